"""Workbooks of spreadsheet programs: the sheets of XLSX, XLSM and ODS files, values only."""
