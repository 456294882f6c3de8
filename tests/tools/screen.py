# SPDX-License-Identifier: GPL-3.0-or-later
"""What the windows of a display show, read by this process itself: a program started for each picture takes a tenth of a second.

    picture = screen.take(window)       # by the number xdotool gives
    picture.save('page.png')
"""
import ctypes
import struct
import zlib

ALL_PLANES, Z_PIXMAP = ctypes.c_ulong(-1), 2


class XImage(ctypes.Structure):
    _fields_ = [(name, kind) for names, kind in (
        ('width height xoffset format', ctypes.c_int), ('data', ctypes.c_void_p),
        ('byte_order bitmap_unit bitmap_bit_order bitmap_pad depth bytes_per_line bits_per_pixel', ctypes.c_int),
    ) for name in names.split()]


_open = []          # the library and the display, once they are


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
def ignore(_display, _event):
    """An error, as of a window that has gone, is seen by what is returned; it would end this process."""
    return 0


def display():
    if not _open:
        library = ctypes.CDLL('libX11.so.6')
        library.XOpenDisplay.restype = ctypes.c_void_p
        library.XGetImage.restype = ctypes.POINTER(XImage)
        library.XSetErrorHandler(ignore)
        shown = library.XOpenDisplay(None)
        if shown is None:
            raise OSError('the display cannot be opened')
        _open.extend((library, ctypes.c_void_p(shown)))
    return _open


def look_at(window):
    """(root window, x, y, width, height) of a window; all are 0 when there is none."""
    library, shown = display()
    root, numbers = ctypes.c_ulong(), [ctypes.c_int() for _ in range(6)]      # x, y, width, height, border, depth
    library.XGetGeometry(shown, ctypes.c_ulong(window), ctypes.byref(root), *map(ctypes.byref, numbers))
    return (root.value, *(number.value for number in numbers[:4]))


def size_of(window):
    """Width and height; 0, 0 when there is no such window."""
    return look_at(int(window))[3:]


def part_on_screen(window):
    """(x, y, width, height) of what lies on the screen, seen from the window."""
    library, shown = display()
    root, _, _, width, height = look_at(window)
    x, y, other = ctypes.c_int(), ctypes.c_int(), ctypes.c_ulong()
    library.XTranslateCoordinates(shown, ctypes.c_ulong(window), ctypes.c_ulong(root), 0, 0, ctypes.byref(x), ctypes.byref(y),
                                  ctypes.byref(other))
    left, top = max(0, -x.value), max(0, -y.value)
    room, height_of_room = size_of(root)
    return left, top, min(width, room - x.value) - left, min(height, height_of_room - y.value) - top


class Picture:
    """Pixels of four bytes each, from the top left on: blue, green, red, and one that means nothing."""

    def __init__(self, width, height, pixels):
        self.width, self.height, self.pixels = width, height, pixels

    def n_shades(self):
        """How many colours there are."""
        return len({pixel & 0xffffff for pixel in set(memoryview(self.pixels).cast('I'))})

    def save(self, path):
        """As PNG: https://www.w3.org/TR/png/"""
        colours = bytearray(self.width * self.height * 3)
        for place in range(3):
            colours[place::3] = self.pixels[2 - place::4]
        line = self.width * 3
        lines = b''.join(b'\0' + colours[start:start + line] for start in range(0, len(colours), line))
        with open(path, 'wb') as file:
            file.write(b'\x89PNG\r\n\x1a\n')
            for kind, data in ((b'IHDR', struct.pack('>IIBBBBB', self.width, self.height, 8, 2, 0, 0, 0)),
                               (b'IDAT', zlib.compress(lines, 2)), (b'IEND', b'')):
                file.write(struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data)))


def take(window):
    """What a window shows, as far as it lies on the screen."""
    library, shown = display()
    left, top, width, height = part_on_screen(int(window))
    image = library.XGetImage(shown, ctypes.c_ulong(int(window)), left, top, width, height, ALL_PLANES, Z_PIXMAP)
    if not image:
        raise OSError('window %s of %dx%d cannot be read' % (window, width, height))
    read = image.contents
    try:
        if (read.bits_per_pixel, read.byte_order, read.bytes_per_line) != (32, 0, width * 4):
            raise OSError('pixels of another kind')
        return Picture(width, height, ctypes.string_at(read.data, read.bytes_per_line * height))
    finally:
        library.XFree(ctypes.c_void_p(read.data))
        library.XFree(image)
