import { UserError } from '../errors.ts';

/** A case that is being served. */
export interface ServedCase {
  url: string;
  notes: string[];
  close(): Promise<void>;
}

export async function serveCase(id: string, _port?: number): Promise<ServedCase> {
  throw new UserError(`there is no case ${id}`);
}
