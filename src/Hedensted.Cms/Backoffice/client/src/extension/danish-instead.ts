/** Texts that Umbraco 18.2's own Danish file has in English, or in Danish that tells an editor nothing; by Umbraco's keys. */
export const danishInstead = {
  blueprints: { blankBlueprint: 'Tom side' },
  content: {
    unpublished: 'Ikke udgivet', // also what never was published
    nestedContentTemplateHelpTextPart2: 'for at vise elementets nummer',
    nestedContentNoGroups:
      'Den valgte elementtype indeholder ingen understøttede grupper (faner understøttes ikke af denne editor; lav dem om til grupper, eller brug blokliste-editoren).',
    variantSaveNotAllowed: 'Du må ikke gemme på dette sprog',
    variantPublishNotAllowed: 'Du må ikke udgive på dette sprog',
    variantSendForApprovalNotAllowed: 'Du må ikke sende til godkendelse på dette sprog',
    variantScheduleNotAllowed: 'Du må ikke planlægge på dette sprog',
    variantUnpublishNotAllowed: 'Du må ikke afpublicere på dette sprog',
  },
  defaultdialogs: {
    confirmdeleteNumberOfItems: 'Er du sikker på, at du vil slette <strong>%0%</strong> ud af <strong>%1%</strong> elementer?',
    deleteLayout: 'Du er ved at slette layoutet',
    deletingALayout: 'Ændres layoutet, går data tabt i det indhold, der bygger på det.',
  },
  dictionaryItem: { description: "Skriv, hvad '%0%' er på hvert sprog. Flere sprog tilføjes under Indstillinger › Sprog." },
  editdatatype: {
    canChangePropertyEditorHelp:
      'En datatype med gemte værdier kan ikke få en anden felteditor. Det kan tillades med Umbraco:CMS:DataTypes:CanBeChanged i appsettings.json.',
  },
  installer: { showLabelDescription: 'Viser et farvet felt og en tekst for hver farve i stedet for kun et farvet felt.' },
  packager: { installInstructions: 'Installationsvejledning' },
  settings: { contentTypeEnabled: 'Hovedindholdstype slået til', contentTypeUses: 'Denne indholdstype bruger' },
  template: {
    runtimeModeProduction: 'Indholdet kan ikke redigeres i tilstanden <code>Production</code>.',
    queryBuilder: 'Forespørgselsbygger',
  },
  general: { toggleFor: '%0%' },
  errors: { receivedErrorFromServer: 'Det lykkedes ikke' },
  translation: { DownloadXmlDTD: 'Hent XML-DTD' },
  grid: {
    warningText:
      '<p>Ændres en rækkes navn, går data tabt i det indhold, der bygger på den.</p> <p><strong>Ændres kun etiketten, går intet tabt.</strong></p>',
  },
  contentTypeEditor: {
    confirmDeleteTabMessage: 'Er du sikker på, at du vil slette fanen <strong>%0%</strong>?',
    confirmDeleteGroupMessage: 'Er du sikker på, at du vil slette gruppen <strong>%0%</strong>?',
    addTab: 'Tilføj fane',
    confirmDeletePropertyMessage:
      'Vil du fjerne feltet <strong>%0%</strong>? Når du gemmer, ser borgerne det ikke mere, og det forsvinder fra hver side, næste gang siden gemmes. Historikken har det stadig.',
    confirmDeleteTabNotice: 'Alt under fanen bliver også slettet.',
    confirmDeleteGroupNotice: 'Alt under gruppen bliver også slettet.',
    convertToTab: 'Lav om til fane',
    tabDirectPropertiesDropZone: 'Træk felter hertil for at lægge dem direkte på fanen',
    usingEditor: 'som bruger denne editor, får de nye indstillinger.',
    changeDataTypeHelpText:
      'En datatype med gemte værdier kan ikke skiftes. Det kan tillades med Umbraco:CMS:DataTypes:CanBeChanged i appsettings.json.',
  },
  healthcheck: {
    checkSuccessMessage: "Værdien er den anbefalede: '%0%'.",
    macroErrorModeCheckSuccessMessage: "MacroErrors er sat til '%0%'.",
    httpsCheckValidCertificate: 'Hjemmesidens certifikat er gyldigt.',
    httpsCheckInvalidCertificate: "Certifikatet kan ikke godkendes: '%0%'",
    httpsCheckExpiredCertificate: 'Hjemmesidens SSL-certifikat er udløbet.',
    httpsCheckExpiringCertificate: 'Hjemmesidens SSL-certifikat udløber om %0% dage.',
    healthCheckInvalidUrl: "Adressen %0% kunne ikke nås – '%1%'",
    httpsCheckIsCurrentSchemeHttps: 'Du ser %0% hjemmesiden over HTTPS.',
    compilationDebugCheckSuccessMessage: 'Debug-tilstand er slået fra.',
    umbracoApplicationUrlCheckResultTrue: "Indstillingen 'Umbraco:CMS:WebRouting:UmbracoApplicationUrl' er sat til <strong>%0%</strong>.",
    umbracoApplicationUrlCheckResultFalse: "Indstillingen 'Umbraco:CMS:WebRouting:UmbracoApplicationUrl' er ikke sat.",
    clickJackingCheckHeaderFound: 'Headeren eller meta-tagget <strong>X-Frame-Options</strong>, som styrer, om andre sider kan vise hjemmesiden i en ramme, blev fundet.',
    clickJackingCheckHeaderNotFound: 'Headeren eller meta-tagget <strong>X-Frame-Options</strong>, som styrer, om andre sider kan vise hjemmesiden i en ramme, blev ikke fundet.',
    noSniffCheckHeaderFound: 'Headeren <strong>X-Content-Type-Options</strong>, som beskytter mod forvekslede filtyper, blev fundet.',
    noSniffCheckHeaderNotFound: 'Headeren <strong>X-Content-Type-Options</strong>, som beskytter mod forvekslede filtyper, blev ikke fundet.',
    hSTSCheckHeaderFound: 'Headeren <strong>Strict-Transport-Security</strong>, også kaldet HSTS, blev fundet.',
    hSTSCheckHeaderNotFound: 'Headeren <strong>Strict-Transport-Security</strong> blev ikke fundet.',
    hSTSCheckHeaderFoundOnLocalhost:
      'Headeren <strong>Strict-Transport-Security</strong>, også kaldet HSTS, blev fundet. <strong>Den skal ikke være der på localhost.</strong>',
    hSTSCheckHeaderNotFoundOnLocalhost: 'Headeren <strong>Strict-Transport-Security</strong> blev ikke fundet. Den skal ikke være der på localhost.',
    xssProtectionCheckHeaderNotFound: 'Headeren <strong>X-XSS-Protection</strong> blev ikke fundet.',
    excessiveHeadersFound: 'Disse headere røber, hvilken teknik hjemmesiden bruger: <strong>%0%</strong>.',
    smtpMailSettingsNotFound: "Indstillingen 'Umbraco:CMS:Global:Smtp' blev ikke fundet.",
    notificationEmailsCheckSuccessMessage: 'Adressen, der sendes beskeder fra, er sat til <strong>%0%</strong>.',
    notificationEmailsCheckErrorMessage: 'Adressen, der sendes beskeder fra, er stadig <strong>%0%</strong>.',
  },
  nuCache: { publishedCacheStatus: 'Status for det udgivnes mellemlager', refreshStatus: 'Opdater status' },
  profiling: {
    performanceProfiling: 'Måling af hastighed',
    activateByDefault: 'Slå altid måling til',
    reminder: 'Husk',
  },
  blockEditor: {
    allowBlockInAreas: 'Tillad i områder',
    allowBlockInAreasHelp: 'Blokken kan som udgangspunkt bruges i andre blokkes områder (medmindre områderne selv siger, hvad der må bruges).',
  },
  analytics: {
    consentForAnalytics: 'Samtykke til telemetri',
    analyticsLevelSavedSuccess: 'Niveauet for telemetri er gemt!',
    minimalLevelDescription: 'Der sendes kun et anonymt id for installationen, så vi ved, at den findes.',
    basicLevelDescription: 'Der sendes et anonymt id, Umbracos version og hvilke pakker der er installeret',
  },
};
