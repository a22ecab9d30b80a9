/** A blob: URL of a script that is the agent; it belongs to the global that calls this. */
export function agentBlob(agent: string, type: 'classic' | 'module' = 'classic'): string {
  const source =
    type === 'classic' ? `importScripts(${JSON.stringify(agent)})` : `import ${JSON.stringify(agent)}`;
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}

/** A data: URL of a script that is the agent. */
export const agentData = (agent: string): string =>
  `data:text/javascript,${encodeURIComponent(`importScripts(${JSON.stringify(agent)})`)}`;
