"""How the refiner's weights are made: labelled photos, simulated libraries, the loop, calibration."""
