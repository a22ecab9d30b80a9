/**
 * Puts a frame into the creator.
 *
 * @param sandbox the value of its sandbox attribute; null for none
 */
export function embed(
  body: HTMLElement,
  source: { src?: string; srcdoc?: string },
  sandbox: string | null = null,
): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
  Object.assign(frame, source);
  body.append(frame);
  return frame;
}
