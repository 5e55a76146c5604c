from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational, ImageFileDirectory_v2

from photoorg.core.types import Metadata
from photoorg.media.metadata import camera_name, packet_rating
from photoorg.media.reading import read
from photoorg.media.sidecars import with_rating


def _written(folder: Path, exif: Image.Exif, fmt: str = "JPEG", **options: object) -> Metadata:
    path = folder / f"a.{fmt.lower()}"
    Image.new("RGB", (40, 30)).save(path, fmt, exif=exif, **options)
    metadata = read(str(path)).metadata
    assert metadata is not None
    return metadata


def _gps(latitude: tuple[object, ...], longitude: tuple[object, ...], north: str = "N", east: str = "E") -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: north, 2: latitude, 3: east, 4: longitude})
    return exif


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_what_a_camera_writes(tmp_path: Path, fmt: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Canon\0\0"
    exif[ExifTags.Base.Model] = "Canon EOS 40D "
    exif[ExifTags.Base.Software] = "GIMP 2.4.5"
    exif[ExifTags.Base.ImageDescription] = "A day at the sea"
    exif[ExifTags.Base.DateTime] = "2024:05:06 07:08:09"
    detail = exif.get_ifd(ExifTags.IFD.Exif)
    detail[ExifTags.Base.DateTimeOriginal] = "2024:01:02 03:04:05"
    detail[ExifTags.Base.LensModel] = "EF 50mm f/1.8"
    detail[ExifTags.Base.ExposureTime] = IFDRational(1, 250)
    detail[ExifTags.Base.FNumber] = IFDRational(28, 10)
    detail[ExifTags.Base.ISOSpeedRatings] = 100
    detail[ExifTags.Base.FocalLength] = IFDRational(50, 1)
    read(str(Path(__file__)))  # registers the HEIF writer
    assert _written(tmp_path, exif, fmt) == Metadata(
        width=40,
        height=30,
        format=fmt,
        taken="2024-01-02T03:04:05",
        camera="Canon EOS 40D",
        lens="EF 50mm f/1.8",
        software="GIMP 2.4.5",
        description="A day at the sea",
        exposure=0.004,
        aperture=2.8,
        iso=100,
        focal=50.0,
    )


def test_a_tiff_keeps_its_details_in_a_directory_of_their_own(tmp_path: Path) -> None:
    directory = ImageFileDirectory_v2()
    directory[ExifTags.Base.DateTime] = "2024:05:06 07:08:09"
    directory[ExifTags.IFD.Exif] = {ExifTags.Base.DateTimeOriginal: "2024:01:02 03:04:05"}
    assert _written(tmp_path, Image.Exif(), "TIFF", tiffinfo=directory).taken == "2024-01-02T03:04:05"


def test_the_first_valid_date_wins(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.DateTime] = "2024:05:06 07:08:09"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "0000:00:00 00:00:00"
    assert _written(tmp_path, exif).taken == "2024-05-06T07:08:09"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeDigitized] = "2024:03:04 05:06:07"
    assert _written(tmp_path, exif).taken == "2024-03-04T05:06:07"


def test_the_date_in_xmp_stands_in(tmp_path: Path) -> None:
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf xmp:CreateDate="2024-01-02T03:04:05+01:00"/></x:xmpmeta>'
    assert _written(tmp_path, Image.Exif(), xmp=packet).taken == "2024-01-02T03:04:05"


def test_positions(tmp_path: Path) -> None:
    found = _written(tmp_path, _gps((43.0, 28.0, 2.814), (11.0, 53.0, 6.456), "S", "W"))
    assert found.latitude == pytest.approx(-43.467448, abs=1e-6)
    assert found.longitude == pytest.approx(-11.885127, abs=1e-6)


def test_seconds_of_nothing_over_nothing_are_none(tmp_path: Path) -> None:
    found = _written(tmp_path, _gps((51.0, 1.5, IFDRational(0, 0)), (7.0, 35.5, IFDRational(0, 0))))
    assert found.latitude == pytest.approx(51.025)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
        ((91.0, 0.0, 0.0), (7.0, 0.0, 0.0)),
        ((51.0, 0.0, 0.0), (181.0, 0.0, 0.0)),
        ((IFDRational(0, 0), 0.0, 0.0), (7.0, 0.0, 0.0)),
    ],
)
def test_impossible_positions_are_none(
    tmp_path: Path, latitude: tuple[object, ...], longitude: tuple[object, ...]
) -> None:
    found = _written(tmp_path, _gps(latitude, longitude))
    assert found.latitude is None
    assert found.longitude is None


@pytest.mark.parametrize(
    ("make", "model", "expected"),
    [
        ("NIKON CORPORATION", "NIKON D70", "NIKON D70"),
        ("EASTMAN KODAK COMPANY", "KODAK DX4900 ZOOM", "KODAK DX4900 ZOOM"),
        ("OLYMPUS IMAGING CORP.", "C8080WZ", "OLYMPUS C8080WZ"),
        ("Sony", "DSC-D700", "Sony DSC-D700"),
        ("Apple", "iPhone 12", "Apple iPhone 12"),
        ("Apple", None, "Apple"),
        (None, "iPhone 12", "iPhone 12"),
        (None, None, None),
    ],
)
def test_camera_names(make: str | None, model: str | None, expected: str | None) -> None:
    assert camera_name(make, model) == expected


@pytest.mark.parametrize("blank", ["OLYMPUS DIGITAL CAMERA", "oznor", "   ", "\0\0", "X100"])
def test_descriptions_that_say_nothing(tmp_path: Path, blank: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "X100"
    exif[ExifTags.Base.ImageDescription] = blank
    assert _written(tmp_path, exif).description is None


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # the worker process ignores them all
def test_damaged_exif_costs_the_metadata_only(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30)).save(stream, "JPEG")
    data = stream.getvalue()
    blocks = (b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff")
    for number, block in enumerate(blocks):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(data[:2] + b"\xff\xe1" + (len(block) + 2).to_bytes(2, "big") + block + data[2:])
        reading = read(str(path))
        assert reading.failure is None
        assert reading.metadata == Metadata(40, 30, "JPEG")


@pytest.mark.parametrize(
    ("packet", "rating"),
    [
        (b'<rdf:Description xmp:Rating="4" xmp:CreateDate="2024-01-02T03:04:05"/>', 4),
        (b"<xmp:Rating>5</xmp:Rating>", 5),
        (b"<xmp:Rating>3.0</xmp:Rating>", 3),
        (b"xmp:Rating = '-1'", -1),
        (b'xmp:Rating="0"', None),
        (b'xmp:Rating="9"', None),
        (b'xmp:Rating="42"', None),
        (b'xmp:RatingPercent="50"', None),
        (b"", None),
    ],
)
def test_ratings_of_other_programs(packet: bytes, rating: int | None) -> None:
    assert packet_rating(packet) == rating


def test_a_rating_lies_in_the_picture_or_beside_it(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x4746] = 2
    own = _written(tmp_path, exif)
    assert own.rating == 2
    assert _written(tmp_path, exif, xmp=b'<x xmp:Rating="3"/>').rating == 3
    path = str(tmp_path / "a.jpeg")
    assert with_rating(path, own) == own
    (tmp_path / "a.xmp").write_text('<x xmp:Rating="4"/>')
    rated = with_rating(path, own)
    assert rated is not None
    assert rated.rating == 4
    (tmp_path / "a.jpeg.xmp").write_text("<xmp:Rating>-1</xmp:Rating>")
    rejected = with_rating(path, own)
    assert rejected is not None
    assert rejected.rating == -1
    (tmp_path / "a.jpeg.xmp").write_text("nothing of the sort")
    assert with_rating(path, own) == rated
    assert with_rating(path, None) is None


@pytest.mark.parametrize("value", [IFDRational(0, 0), IFDRational(1, 0), IFDRational(-1, 3), IFDRational(0, 1), "soon"])
def test_an_exposure_that_makes_no_sense_is_none(tmp_path: Path, value: object) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.ExposureTime] = value
    assert _written(tmp_path, exif).exposure is None
