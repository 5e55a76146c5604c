from __future__ import annotations

import pytest

from photoorg.media.dates import date_in_name, exif_date, iso_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024:01:02 03:04:05", "2024-01-02T03:04:05"),
        ("2024-01-02 03:04:05", "2024-01-02T03:04:05"),
        ("2024:01:02 03:04:05.123+01:00", "2024-01-02T03:04:05"),
        ("2024:01:02", "2024-01-02T00:00:00"),
        ("2024:01:02 03:04", "2024-01-02T03:04:00"),
        ("0000:00:00 00:00:00", None),
        ("    :  :     :  :  ", None),
        ("2024:13:02 03:04:05", None),
        ("2023:02:29 03:04:05", None),
        ("9999:01:01 00:00:00", None),
        ("", None),
        ("yesterday", None),
    ],
)
def test_exif_dates(text: str, expected: str | None) -> None:
    assert exif_date(text) == expected


def test_iso_dates() -> None:
    assert iso_date("2024-01-02T03:04:05+01:00") == "2024-01-02T03:04:05"
    assert iso_date("2024-01-02T03:04") == "2024-01-02T03:04:00"
    assert iso_date("2024-01-02T25:04:05") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IMG_20240102_030405.jpg", "2024-01-02T03:04:05"),
        ("PXL_20240102_030405123.jpg", "2024-01-02T03:04:05"),
        ("20240102_030405.jpg", "2024-01-02T03:04:05"),
        ("20240102030405.jpg", "2024-01-02T03:04:05"),
        ("/a/b/Screenshot 2025-03-04 at 10.12.33.png", "2025-03-04T10:12:33"),
        ("Screenshot 2025-03-04 at 1.12.33 PM.png", "2025-03-04T13:12:33"),
        ("Screenshot 2025-03-04 at 12.12.33 AM.png", "2025-03-04T00:12:33"),
        ("Screenshot_20250304-101233_Chrome.png", "2025-03-04T10:12:33"),
        ("Screenshot from 2025-03-04 10-12-33.png", "2025-03-04T10:12:33"),
        ("WhatsApp Image 2024-01-02 at 03.04.05.jpeg", "2024-01-02T03:04:05"),
        ("IMG-20240102-WA0007.jpg", "2024-01-02T00:00:00"),
        ("signal-2024-01-02-030405.jpg", "2024-01-02T03:04:05"),
        ("2024-01-02 Beach.jpg", "2024-01-02T00:00:00"),
        ("IMG_20240102_030405(1).jpg", "2024-01-02T03:04:05"),
        ("DSC01234.jpg", None),
        ("IMG_2024.jpg", None),
        ("20241302_030405.jpg", None),
        ("1704164645123.jpg", None),
        ("120240102.jpg", None),
        ("20240230.jpg", None),
        ("2024-01/IMG_1234.jpg", None),
    ],
)
def test_dates_in_file_names(name: str, expected: str | None) -> None:
    assert date_in_name(name) == expected
