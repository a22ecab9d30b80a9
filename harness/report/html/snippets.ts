const link = (attributes: string) =>
  `const link = Object.assign(document.createElement('link'), { ${attributes}, href: URL });\nlink.onload = link.onerror = console.log;\ndocument.head.append(link);`;

/** The shortest script that opens a connection by each mechanism; `URL` stands for the quoted target. */
export const snippets: Readonly<Record<string, string>> = {
  fetch: 'fetch(URL).then(console.log, console.error);',
  'fetch keepalive': 'fetch(URL, { keepalive: true }).then(console.log, console.error);',
  'fetch no-cors': "fetch(URL, { mode: 'no-cors' }).then(console.log, console.error);",
  XMLHttpRequest:
    "const xhr = new XMLHttpRequest();\nxhr.onloadend = (event) => console.log(event.type, xhr.status);\nxhr.onerror = console.error;\nxhr.open('GET', URL);\nxhr.send();",
  'XMLHttpRequest sync': "const xhr = new XMLHttpRequest();\nxhr.open('GET', URL, false);\nxhr.send();",
  WebSocket:
    'const socket = new WebSocket(URL);\nsocket.onopen = socket.onerror = socket.onclose = console.log;',
  WebSocketStream: 'new WebSocketStream(URL).opened.then(console.log, console.error);',
  EventSource: 'const source = new EventSource(URL);\nsource.onopen = source.onerror = console.log;',
  sendBeacon: "console.log(navigator.sendBeacon(URL, 'x'));",
  'a[ping]':
    "const link = document.createElement('a');\nlink.href = '#';\nlink.ping = URL;\ndocument.body.append(link);\nlink.click();",
  'area[ping]':
    "const area = document.createElement('area');\narea.href = '#';\narea.ping = URL;\ndocument.body.append(area);\narea.click();",
  WebTransport: 'new WebTransport(URL).ready.then(console.log, console.error);',
  fetchLater: 'fetchLater(URL, { activateAfter: 0 });',
  'Cache.add': "caches.open('x').then((cache) => cache.add(URL)).then(console.log, console.error);",
  'Cache.addAll': "caches.open('x').then((cache) => cache.addAll([URL])).then(console.log, console.error);",
  'import json': "import(URL, { with: { type: 'json' } }).then(console.log, console.error);",
  'import text': "import(URL, { with: { type: 'text' } }).then(console.log, console.error);",
  'import bytes': "import(URL, { with: { type: 'bytes' } }).then(console.log, console.error);",
  'link[rel=preload][as=fetch]': link("rel: 'preload', as: 'fetch', crossOrigin: 'anonymous'"),
  'link[rel=modulepreload][as=json]': link("rel: 'modulepreload', as: 'json'"),
  'link[rel=compression-dictionary]': link("rel: 'compression-dictionary', crossOrigin: 'anonymous'"),
  'WebAssembly.instantiateStreaming':
    'WebAssembly.instantiateStreaming(fetch(URL)).then(console.log, console.error);',
};
