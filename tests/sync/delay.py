#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds latency between a client and a server on the loopback interface.

    delay.py TARGET_PORT ROUND_TRIP_MS [LISTEN_PORT]

Prints "port=N" once it listens (N is chosen free unless LISTEN_PORT is given) and runs until it
is ended. Half of the round trip is added in each direction; order and bandwidth are untouched.
"""
import asyncio
import sys


async def pump(reader, writer, delay):
    """Copies one direction; each piece leaves `delay` seconds after it came."""
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()

    async def deliver():
        while True:
            due, piece = await queue.get()
            await asyncio.sleep(max(0, due - loop.time()))
            if not piece:
                if writer.can_write_eof():
                    writer.write_eof()
                return
            writer.write(piece)
            await writer.drain()

    task = asyncio.create_task(deliver())
    try:
        while True:
            piece = await reader.read(65536)
            queue.put_nowait((loop.time() + delay, piece))
            if not piece:
                break
        await task
    except OSError:
        task.cancel()
        writer.close()


async def main():
    target, delay = int(sys.argv[1]), float(sys.argv[2]) / 2000
    listen = int(sys.argv[3]) if len(sys.argv) > 3 else 0

    async def serve(reader, writer):
        try:
            up_reader, up_writer = await asyncio.open_connection("127.0.0.1", target)
        except OSError:
            writer.close()
            return
        await asyncio.gather(pump(reader, up_writer, delay), pump(up_reader, writer, delay))
        writer.close()
        up_writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", listen)
    print("port=%d" % server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if len(sys.argv) < 3:
    sys.exit(__doc__)
try:
    asyncio.run(main())
except KeyboardInterrupt:
    pass
