"""Paints the pictures that aren't in the library yet and keeps them as images of the portal."""

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager

from django.core.files.base import ContentFile
from django.db import connection, connections
from wagtail.models import Collection

from portal.media import specs
from portal.media.models import Image, PeopleConsent
from portal.site.demo.pictures import PICTURES, Picture, jpeg_of

LICENCE = "создан кодом проекта, лицензия MIT"


def file_name(each: Picture) -> str:
    """Return the natural key of a picture in the library: the name of its file."""
    return f"demo-{each.name}.jpg"


def load_pictures() -> dict[str, Image]:
    """Return the images of the demo by name; those that are missing are painted, on every core at once."""
    known = {each.name: image for each in PICTURES if (image := _kept(each))}
    missing = [each for each in PICTURES if each.name not in known]
    for each, content in zip(missing, _painted([each.name for each in missing]), strict=True):
        known[each.name] = _keep(each, content)
    return known


def _kept(each: Picture) -> Image | None:
    return Image.objects.filter(file__contains=f"demo-{each.name}.").order_by("pk").first()


def _painted(names: list[str]) -> Iterable[bytes]:
    if not names:
        return []
    # Fresh processes that know nothing of Django: a forked one would share the database connection of this one.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(jpeg_of, names))


def _keep(each: Picture, content: bytes) -> Image:
    image = Image(
        title=each.title,
        file=ContentFile(content, name=file_name(each)),
        description=each.ru,
        licence=LICENCE,
        people_consent=PeopleConsent.NOBODY,
        collection=Collection.get_first_root_node(),
    )
    image.full_clean(exclude=["file_hash"])
    image.save()
    return image


def warm_the_rest() -> None:
    """Make the renditions of the demo's pictures for every other place; takes a while, so nobody waits for it."""
    for each in PICTURES:
        image = _kept(each)
        if image is not None:
            specs.warm(image)


@contextmanager
def warming(images: Iterable[Image]) -> Iterator[None]:
    """Make the renditions that cards and shared links ask for while the body of the `with` runs; wait for them after it.

    Threads are enough: Pillow encodes outside the interpreter's lock. Inside a transaction nothing is made: other
    connections don't see its rows yet.
    """
    if connection.in_atomic_block:
        yield
        return
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        tasks = [pool.submit(_warm, image) for image in images]
        yield
    for task in tasks:
        task.result()


def _warm(image: Image) -> None:
    try:
        specs.warm(image, specs.CARD)
    finally:
        connections.close_all()
