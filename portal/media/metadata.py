"""Takes out of an uploaded picture what the camera wrote into it: place, owner, serial number, thumbnail.

A photo of a family taken at home carries the address of that home in its EXIF. What a picture shows is kept, except
that one with an orientation mark is turned upright, because the mark goes with the rest.
"""

from io import BytesIO
from pathlib import PurePath

from django.core.files.base import ContentFile, File
from PIL import Image as Picture
from PIL import ImageOps

ORIENTATION_TAG = 0x0112
# Segments of JPEG that say nothing of the picture itself: APP1 (EXIF, XMP), APP3–APP13 (IPTC and makers'), COM.
# APP2 (colour profile) and APP14 (Adobe colour transform) are needed to show it right.
_JPEG_DROPPED = frozenset({0xE1, *range(0xE3, 0xEE), 0xFE})
_JPEG_START_OF_SCAN = 0xDA
QUALITY = 92  # of a copy that has to be made anew


def strip(file: File) -> File | None:
    """Return a copy of the picture without metadata, or None if there was nothing to take out.

    An animation and what Pillow can't read are left as they are. The file's position is restored.
    """
    file.seek(0)
    content = file.read()
    file.seek(0)
    try:
        with Picture.open(BytesIO(content)) as picture:
            clean = _without_metadata(picture, content)
    except (OSError, ValueError, SyntaxError):
        return None
    return None if clean is None or clean == content else ContentFile(clean, name=PurePath(file.name or "picture").name)


def _without_metadata(picture: Picture.Image, content: bytes) -> bytes | None:
    if getattr(picture, "n_frames", 1) > 1:
        return None
    turned = picture.getexif().get(ORIENTATION_TAG, 1) != 1
    if picture.format == "JPEG" and not turned:
        return _jpeg_without_segments(content)
    carries = turned or bool({"exif", "xmp", "XML:com.adobe.xmp", "comment", "Comment"} & set(picture.info))
    text = bool(getattr(picture, "text", None))
    if not carries and not text:
        return None
    upright = ImageOps.exif_transpose(picture)
    upright.info = {}
    out = BytesIO()
    options: dict[str, object] = {"icc_profile": picture.info.get("icc_profile")}
    if picture.format != "PNG":
        options["quality"] = QUALITY
    upright.save(out, format=picture.format, **options)
    return out.getvalue()


def _jpeg_without_segments(content: bytes) -> bytes:
    """Return a JPEG without its descriptive segments, its pixels untouched (ITU T.81, B.1.1)."""
    out, position = bytearray(content[:2]), 2
    while position + 4 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker == _JPEG_START_OF_SCAN:
            break
        end = position + 2 + int.from_bytes(content[position + 2 : position + 4], "big")
        if marker not in _JPEG_DROPPED:
            out += content[position:end]
        position = end
    return bytes(out + content[position:])
