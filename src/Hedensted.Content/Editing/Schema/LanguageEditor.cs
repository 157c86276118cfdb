using System.Globalization;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Makes, changes and removes languages. Each call is one transaction.</summary>
public sealed class LanguageEditor
{
    private readonly ContentDatabase _database;

    internal LanguageEditor(ContentDatabase database) => _database = database;

    /// <summary>Adds a language. A new default takes over from the old one; the first language is the default.</summary>
    /// <param name="language">The language; its key is made from its ISO code, as in files.</param>
    /// <param name="userKey">Who writes.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<SchemaResult> CreateAsync(Language language, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                if (CultureOf(language.IsoCode) is not { } isoCode)
                {
                    return new(SchemaStatus.InvalidIsoCode, About: language.IsoCode);
                }

                if (session.Schema.FindLanguage(isoCode) is not null)
                {
                    return new(SchemaStatus.DuplicateIsoCode, About: isoCode);
                }

                var added = language with { Key = SafeNames.LanguageKey(isoCode), IsoCode = isoCode, IsDefault = language.IsDefault || session.Schema.Languages.IsEmpty };
                return await SaveAsync(session, added, AuditType.New, userKey, cancellationToken);
            },
            cancellationToken);

    /// <summary>Changes a language found by its ISO code. The default stops being it only when another becomes it.</summary>
    public Task<SchemaResult> UpdateAsync(Language language, string? opened, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                if (session.Schema.FindLanguage(language.IsoCode) is not { } before)
                {
                    return new(SchemaStatus.NotFound, About: language.IsoCode);
                }

                if (opened is not null && opened != SchemaStamp.Of(before))
                {
                    return new(SchemaStatus.ConcurrencyViolation, before.Key, before.Name);
                }

                if (before.IsDefault && !language.IsDefault)
                {
                    return new(SchemaStatus.MissingDefault, before.Key, before.Name);
                }

                return await SaveAsync(session, language with { Key = before.Key, IsoCode = before.IsoCode }, AuditType.Save, userKey, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Removes a language that is not the default. What was written in it leaves drafts and readers, and stays in the history; a document that
    /// was written in no other becomes one in the default language.
    /// </summary>
    public Task<SchemaResult> DeleteAsync(string isoCode, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                if (session.Schema.FindLanguage(isoCode) is not { } language)
                {
                    return new(SchemaStatus.NotFound, About: isoCode);
                }

                if (language.IsDefault)
                {
                    return new(SchemaStatus.MissingDefault, language.Key, language.Name);
                }

                foreach (var other in session.Schema.Languages.Where(other => Same(other.FallbackIsoCode, language.IsoCode)))
                {
                    await DefinitionWriter.PutAsync(session, other with { FallbackIsoCode = null }, cancellationToken);
                }

                foreach (var item in (await DefinitionWriter.DictionaryAsync(session.Context, cancellationToken)).Where(item => item.Translations.ContainsKey(language.IsoCode)))
                {
                    await DefinitionWriter.PutAsync(session, item with { Translations = item.Translations.Remove(language.IsoCode) }, cancellationToken);
                }

                await DefinitionWriter.RemoveAsync(session, language.Key, cancellationToken);
                session.Log(language.Key, userKey, AuditType.Delete, language.Name);
                return await SchemaWriting.FollowedAsync(session, language.Key, userKey, cancellationToken);
            },
            cancellationToken);

    private static async Task<SchemaResult> SaveAsync(WriteSession session, Language language, AuditType action, Guid? userKey, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(language.Name) || language.Name.Length > TypeRules.LongestName)
        {
            return new(SchemaStatus.InvalidName, language.Key);
        }

        var fallback = string.IsNullOrEmpty(language.FallbackIsoCode) ? null : session.Schema.FindLanguage(language.FallbackIsoCode)?.IsoCode ?? "";
        if (fallback is "")
        {
            return new(SchemaStatus.InvalidFallbackIsoCode, language.Key, language.FallbackIsoCode);
        }

        for (var (next, steps) = (fallback, 0); next is not null && steps <= session.Schema.Languages.Length; next = session.Schema.FindLanguage(next)?.FallbackIsoCode, steps++)
        {
            if (Same(next, language.IsoCode))
            {
                return new(SchemaStatus.InvalidFallback, language.Key, language.Name);
            }
        }

        if (language.IsDefault)
        {
            foreach (var other in session.Schema.Languages.Where(other => other.IsDefault && other.Key != language.Key))
            {
                await DefinitionWriter.PutAsync(session, other with { IsDefault = false }, cancellationToken);
            }
        }

        await DefinitionWriter.PutAsync(session, language with { FallbackIsoCode = fallback }, cancellationToken);
        session.Log(language.Key, userKey, action);
        return new(SchemaStatus.Success, language.Key) { Position = session.Position };
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string? CultureOf(string isoCode)
    {
        try
        {
            return CultureInfo.GetCultureInfo(isoCode, predefinedOnly: true) is { Name.Length: > 0 } culture ? culture.Name : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
