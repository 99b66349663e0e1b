"""Pictures and files made in memory."""

from io import BytesIO

import factory
from django.core.files.base import ContentFile
from PIL import Image as Picture

from portal.media.models import Document, Image, PeopleConsent


def jpeg(width: int = 640, height: int = 480, **options: object) -> bytes:
    """Return the bytes of a plain JPEG; `options` go to Pillow (`exif=…`)."""
    out = BytesIO()
    Picture.new("RGB", (width, height), "#1D5B4F").save(out, "JPEG", **options)
    return out.getvalue()


class ImageFactory(factory.django.DjangoModelFactory):
    """A picture without people, 96×64 unless given."""

    class Meta:
        model = Image

    class Params:
        size = (96, 64)

    title = factory.Sequence(lambda n: f"Рисунок {n}")
    description = "Дом на берегу реки"
    people_consent = PeopleConsent.NOBODY
    file = factory.LazyAttribute(lambda o: ContentFile(jpeg(*o.size), name="picture.jpg"))


class DocumentFactory(factory.django.DjangoModelFactory):
    """A text file anybody may open."""

    class Meta:
        model = Document

    title = factory.Sequence(lambda n: f"Положение {n}")
    file = factory.LazyFunction(lambda: ContentFile("Порядок участия".encode(), name="rules.txt"))
