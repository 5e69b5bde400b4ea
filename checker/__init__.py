"""法治政府建设实施方案任务清单的合规检查：plan × evidence × year -> assessment."""

__version__ = "0.1.0"
