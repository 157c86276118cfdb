export const handbookManifests = [
  {
    type: 'headerApp',
    alias: 'Hedensted.HeaderApp.Handbook',
    name: 'The editors’ handbook',
    element: () => import('./handbook-button.element.js'),
    weight: 500,
  },
  {
    type: 'modal',
    alias: 'Hedensted.Modal.Handbook',
    name: 'The editors’ handbook',
    element: () => import('./handbook-modal.element.js'),
  },
];
