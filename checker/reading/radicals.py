"""Simplified radicals that Unicode does not fold to their characters; PDF fonts put them in the text."""

RADICALS = dict(
    zip(
        "⺟⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⻄⻁⺼⻒⻗",
        "母民见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟西虎肉镸雨",
        strict=True,
    )
)
