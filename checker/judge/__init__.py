"""The judge: plan × evidence × year -> assessment. Pure: no file, no clock, no screen."""
