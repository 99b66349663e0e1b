"""Pictures of the demo, painted by the project's own code: no photographs, no rights to clear, no people to ask."""

from portal.site.demo.pictures.catalogue import PICTURES, Picture, jpeg_of, picture

__all__ = ["PICTURES", "Picture", "jpeg_of", "picture"]
