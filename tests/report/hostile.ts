/** Text that would do harm, or fall apart, if it were taken for markup, script or a template. */
export const hostile = [
  `<script>window.pwned = 'script'</script>`,
  `"><img src=x onerror="window.pwned='img'">`,
  `'--></style></title></textarea><svg onload=window.pwned='svg'>`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: template syntax is the point
  '${window.pwned = 1} {{constructor.constructor("window.pwned=1")()}} <%= 1 %> `',
  'javascript:window.pwned=1',
  '\u202egnp.exe \u0000\u0007 &lt;b&gt; &amp; <!-- ]]>',
].join(' ');
