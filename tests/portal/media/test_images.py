"""Pictures: what a camera wrote is taken out, sizes never exceed the original, rights come before publication."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from PIL import Image as Picture

from portal.core.publishing import PublicationRefusedError
from portal.media import metadata
from portal.media.models import Image, PeopleConsent
from portal.media.specs import BODY, CARD, SPECS, warm
from projects.editorial.models import NewsPage
from tests.factories.media import ImageFactory, jpeg
from tests.factories.people import UserFactory
from tests.factories.site import news, news_index

ORIENTATION, GPS, MAKE = 0x0112, 0x8825, 0x010F


def photo(form: str = "JPEG", *, orientation: int = 1, size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a picture as a telephone makes it: with the place, the maker and an orientation mark."""
    exif = Picture.Exif()
    exif[MAKE] = "Telephone"
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS)[2] = (53.0, 20.0, 52.0)
    out = BytesIO()
    picture = Picture.new("RGB", size, "white")
    picture.paste("black", (0, 0, size[0] // 2, size[1]))
    picture.save(out, form, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_the_camera_wrote_is_taken_out(form: str, orientation: int) -> None:
    clean = metadata.strip(ContentFile(photo(form, orientation=orientation), name="a.img"))
    with Picture.open(clean) as picture:
        exif = dict(picture.getexif())
        assert (exif, picture.size) == ({}, (40, 60) if orientation == 6 else (60, 40))


def test_the_pixels_of_an_upright_photo_are_not_touched() -> None:
    before = photo()
    clean = metadata.strip(ContentFile(before, name="a.jpg")).read()
    with Picture.open(BytesIO(before)) as one, Picture.open(BytesIO(clean)) as other:
        assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize("content", [jpeg(10, 10), b"", b"no picture", b"\xff\xd8\xff\xe1"])
def test_a_clean_or_broken_file_is_left_alone(content: bytes) -> None:
    assert metadata.strip(ContentFile(content, name="a.jpg")) is None


@pytest.mark.django_db
def test_an_uploaded_photo_is_kept_without_its_place() -> None:
    image = ImageFactory(file=ContentFile(photo(), name="a.jpg"))
    with Picture.open(image.file.open()) as picture:
        assert dict(picture.getexif()) == {}
    image.file.close()
    assert (image.width, image.height, image.file_size) == (60, 40, image.file.size)


@pytest.mark.django_db
def test_the_upload_form_of_the_admin_takes_it_out_too(client: Client) -> None:
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    form = {"title": "Фото", "file": ContentFile(photo(), name="a.jpg"), "collection": 1, "people_consent": "nobody"}
    client.post(reverse("wagtailimages:add"), form)
    image = Image.objects.get()
    with image.open_file() as file, Picture.open(file) as picture:
        assert (dict(picture.getexif()), image.people_consent) == ({}, PeopleConsent.NOBODY)


@pytest.mark.parametrize("width", [10, 399, 400, 799, 3000])
@pytest.mark.parametrize("name", SPECS)
def test_no_size_is_wider_than_the_original(name: str, width: int) -> None:
    image = Image(width=width, height=width // 2, collection_id=1)
    sizes = [int(size.partition("-")[2].partition("x")[0]) for size in SPECS[name].sizes_of(image)]
    assert sizes == sorted(set(sizes))
    assert 0 < sizes[-1] <= width


@pytest.mark.django_db
def test_a_picture_is_printed_in_modern_formats_with_its_size() -> None:
    image = ImageFactory(size=(500, 400))
    html = Template('{% load pictures %}{% spec_picture image "card" alt="Дом «у реки»" lazy=True %}').render(
        Context({"image": image})
    )
    assert [part in html for part in ('type="image/avif"', 'type="image/webp"', ".avif 400w", ".webp 400w")] == [
        True
    ] * 4
    assert 'width="400" height="267" alt="Дом «у реки»" loading="lazy"' in html
    assert "800w" not in html


@pytest.mark.django_db
def test_a_warm_picture_is_printed_without_making_anything(django_assert_num_queries) -> None:
    image = ImageFactory(size=(500, 400))
    made = warm(image, CARD, BODY)
    assert warm(image, CARD, BODY) == made == image.renditions.count()


@pytest.mark.django_db
def test_a_picture_of_unknown_rights_is_not_published_but_saved(home) -> None:
    index = news_index(home)
    picture = ImageFactory(title="Семья", people_consent=PeopleConsent.UNKNOWN)
    page = news(index, live=False)
    page.listing_image = picture
    revision = page.save_revision()
    with pytest.raises(PublicationRefusedError, match="«Семья» нельзя показать"):
        revision.publish()
    with pytest.raises(ValidationError) as refused:
        index.add_child(instance=NewsPage(title="Вторая", listing_image=picture, body=[("paragraph", "<p>x</p>")]))
    assert list(refused.value.message_dict) == ["listing_image"]
    picture.people_consent = PeopleConsent.OBTAINED
    picture.save()
    revision.publish()
    page.refresh_from_db()
    assert page.live


@pytest.mark.django_db
def test_a_picture_inside_a_gallery_counts(home) -> None:
    page = news(news_index(home), live=False)
    unclear = ImageFactory(people_consent=PeopleConsent.UNKNOWN)
    clear = ImageFactory()
    items = [{"image": {"image": one, "alt_text": "x", "decorative": False}, "caption": ""} for one in (clear, unclear)]
    page.body = [("gallery", {"items": items})]
    with pytest.raises(PublicationRefusedError):
        page.save_revision().publish()
