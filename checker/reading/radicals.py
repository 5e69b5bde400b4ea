"""Radicals that PDF fonts put in the place of characters, with the characters they stand for.

A font draws 页 and the radical ⻚ with one sign and may name either. Unicode folds only some of them
(NFKC), and 戶 for the radical of 户, which simplified fonts draw as 户.
"""

_RADICALS = (
    "⺁⺃⺄⺅⺆⺈⺉⺊⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺦⺨⺩⺫⺬⺭⺮⺯⺰⺲⺶⺹"
    "⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧"
    "⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_CHARACTERS = (
    "厂乚乙亻冂刀刂卜小兀尣尢巳幺彑忄心扌攵旡月歺母民氵氺灬爫丬犭王罒示礻竹糸纟罒羊耂"
    "肀聿肉臼艹艹艹虎衤覀西见角讠贝车辶辶辶钅長镸长门阜雨青韦页风飞食飠饣马骨鬼鱼鸟卤"
    "麦黄黾斉齐歯齿竜龙龜亀龟"
)

RADICALS = dict(zip(_RADICALS + "⼾", _CHARACTERS + "户", strict=True))
"""Radical -> character; those that are not here are folded by NFKC."""
