import { Socket } from 'node:net';

/** The number of the pipe whose other end the command line holds, where it has started this run. */
export const PARENT_PIPE = 'CONNECT_SRC_PARENT_PIPE';

/**
 * Ends this run, as Ctrl-C does, when the command line that started it is no more: a process that is killed passes no
 * signal on, but its end of a pipe closes. Does nothing in a run that was started in another way.
 */
export function watchParent(): void {
  const pipe = process.env[PARENT_PIPE];
  if (pipe === undefined) return;
  // Workers and browsers inherit the environment, not the pipe.
  delete process.env[PARENT_PIPE];
  const socket = new Socket({ fd: Number(pipe), readable: true, writable: false });
  socket.unref();
  socket.on('error', () => {});
  socket.on('close', () => {
    // What the run says next has no reader any more where the command line was to read it.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
    process.kill(process.pid, 'SIGINT');
  });
  socket.resume();
}
