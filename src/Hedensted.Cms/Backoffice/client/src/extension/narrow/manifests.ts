export const narrowManifests = [
  {
    type: 'headerApp',
    alias: 'Hedensted.HeaderApp.Tree',
    name: 'The tree on a narrow screen',
    element: () => import('./tree-button.element.js'),
    weight: 1000,
  },
];
