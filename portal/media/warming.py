"""Makes the sizes of new pictures before the first reader asks: AVIF takes a third of a second a size."""

from datetime import datetime

from portal.media.models import Image
from portal.media.specs import SHARE, warm

# One: letters that people wait for are delivered between the runs of this job.
AT_ONCE = 1


def warm_new(at: datetime) -> int:
    """Make the named sizes of pictures that have none yet, the newest first; return how many pictures were done.

    A job of the worker. The moment is not looked at: whatever is not done yet is due.
    """
    pictures = Image.objects.exclude(renditions__filter_spec=SHARE).order_by("-pk")[:AT_ONCE]
    return sum(1 for picture in pictures if warm(picture))
