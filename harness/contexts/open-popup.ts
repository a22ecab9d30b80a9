/**
 * Opens a window that closes when its creator goes.
 *
 * @throws Error where the browser keeps popups from opening
 */
export function openPopup(url: string): Window {
  const popup = window.open(url);
  if (popup === null) throw new Error('window.open gave no window');
  addEventListener('pagehide', () => popup.close());
  return popup;
}
