import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { parse } from 'yaml';
import { UserError } from '../errors.ts';

const schema = fileURLToPath(new URL('../../scenarios/scenario.schema.json', import.meta.url));

/** The example; as JSON it goes without its comments. */
const example = `# What your policy allows and blocks. Check it in every browser:
#   npx connect-src check FILE
# Exit code 1 when a connection is not as it is written here.
scenarios:
  - id: my-site # letters, digits and hyphens; results and reports name it
    title: The policy of my site
    documents:
      - page: https://page.test/ # default
        # One string a header line; there are reportOnly and meta too.
        policy: "default-src 'self'; connect-src 'self' https://api.test wss://live.api.test"
        by: [fetch, XMLHttpRequest, sendBeacon]
        allows:
          - https://page.test/config.json
          - https://api.test/v1
          # A redirect: each hop has to be allowed.
          - url: https://api.test/moved
            redirects: [https://page.test/config.json]
        blocks:
          - https://third.test/
      - policy: "connect-src 'self' https://api.test wss://live.api.test"
        context: worker # the policy is sent with the worker's script
        by: WebSocket
        allows:
          - wss://page.test/
          - wss://live.api.test/
        blocks:
          - wss://third.test/
`;

/** `connect-src init`: writes an example of a scenario file, which editors complete by its JSON Schema. */
export function initCommand(): Command {
  return new Command('init')
    .description('write an example of a scenario file, to be changed and checked')
    .argument('[file]', 'where to: .yaml, .yml, or .json, which has no comments', 'connect-src.yaml')
    .action(async (file: string) => {
      await writeExample(file);
      console.log(`${file} is written. Change it, then: npx connect-src check ${file}`);
    });
}

/**
 * Writes the example as the file's name asks for.
 *
 * @throws {UserError} where the name has another ending, the file is there already, or its folder is not
 */
export async function writeExample(file: string): Promise<void> {
  const ending = path.extname(file).toLowerCase();
  if (!['.yaml', '.yml', '.json'].includes(ending))
    throw new UserError(`${file}: a scenario file ends in .yaml, .yml or .json`, 'Give it such a name.');
  const to = path
    .relative(path.dirname(path.resolve(file)), schema)
    .split(path.sep)
    .join('/');
  const $schema = to.startsWith('.') ? to : `./${to}`;
  const text =
    ending === '.json'
      ? `${JSON.stringify({ $schema, ...parse(example) }, null, 2)}\n`
      : `# yaml-language-server: $schema=${$schema}\n${example.replace('FILE', file)}`;
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new UserError(`${file}: it is there already`, 'Give another name, or move it.');
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UserError(`${file}: its folder is not there`, 'Make the folder first.');
    if (code === 'EACCES')
      throw new UserError(`${file}: it may not be written`, 'Let this user write there.');
    throw error;
  }
}
