#!/usr/bin/env python3
"""Writes the workbooks beside it, with openpyxl, XlsxWriter and by hand: what Excel, WPS and other writers put into
files. They are committed; run it again (`pip install openpyxl xlsxwriter`) only to change them.

libreoffice.xlsx, .xls and .csv are LibreOffice's own, of libreoffice.fods: `soffice --headless --convert-to xlsx …`."""

import datetime
import os
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

os.chdir(os.path.dirname(os.path.abspath(__file__)))


def customers():
    """Title rows, types, formats, gaps, a hidden row; contacts, remarks and a hidden sheet behind them."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "客户"
    sheet["A1"] = "客户列表导出"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "导出时间：2026-11-20"
    sheet.merge_cells("A2:H2")
    sheet.append([])
    sheet.append(["客户编号", "客户名称", "手机", "年营收", "创建时间", "最后跟进时间", "城市", "备注"])
    moment = datetime.datetime(2026, 3, 5, 14, 30)
    day = datetime.date(2026, 3, 5)
    sheet.append(["00123456789012345678", "苏州甲乙有限公司", 13800138000, 1.38e10, day, moment, "苏州", True])
    sheet["E5"].number_format = "mm-dd-yy"
    sheet["F5"].number_format = "m/d/yy h:mm"
    sheet.append([123, "上海丙丁有限公司", "13900139000", 0.1 + 0.2, day, moment, "上海", "#N/A"])
    sheet["A6"].number_format = "000000"
    sheet["E6"].number_format = 'yyyy"年"m"月"d"日";@'
    sheet["F6"].number_format = "[$-804]yyyy/m/d h:mm:ss AM/PM"
    sheet["H6"].data_type = "e"
    # Row 7 is empty, row 8 has a gap and is hidden.
    sheet["A8"], sheet["B8"], sheet["H8"] = "K3", "北京戊己\n有限公司", "=1+1"
    sheet.row_dimensions[8].hidden = True
    sheet["A9"], sheet["B9"] = "K4", CellRichText("深圳", TextBlock(InlineFont(b=True), "庚辛"), "公司")
    contacts = book.create_sheet("联系人")
    contacts.append(["联系人编号", "客户编号", "姓名", "手机"])
    contacts.append(["P1", "K3", "王小明", 13800138001])
    remarks = book.create_sheet("说明")
    remarks.append(["本表由系统导出，仅供内部使用"])
    hidden = book.create_sheet("旧客户")
    hidden.append(["客户编号", "客户名称", "手机"])
    hidden.append(["K9", "旧客户公司", "13800138009"])
    hidden.sheet_state = "hidden"
    book.save("openpyxl.xlsx")


def same_list():
    """The list that the test of all containers has, with typed cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["客户编号", "客户名称", "手机", "年营收", "城市", "创建时间", "备注"])
    day = datetime.date(2026, 3, 5)
    sheet.append(["K001", "苏州甲乙有限公司", 13800138000, 1200000, "苏州", day, '说 "好", 再联系'])
    sheet.append(["0042", "上海丙丁（集团）有限公司", "13900139000", 1234.56, None, datetime.date(2025, 12, 31), None])
    sheet.append(["K003", "北京戊己 & 庚辛 <公司>", None, None, "北京", None, "第一行\n第二行"])
    book.save("list.xlsx")


def from_1904():
    """XlsxWriter: days from 1904, texts in several fonts, results of formulas."""
    book = xlsxwriter.Workbook("xlsxwriter.xlsx", {"date_1904": True})
    sheet = book.add_worksheet("Accounts")
    sheet.write_row(0, 0, ["Account ID", "Account Name", "Phone", "City", "Created Date", "Description"])
    bold = book.add_format({"bold": True})
    date = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_string(1, 0, "001x0000002xLCVAA2")
    sheet.write_rich_string(1, 1, "Acme ", bold, "Holding", " Ltd")
    sheet.write_formula(1, 2, '="+49 "&"30 1234"', None, "+49 30 1234")
    sheet.write_boolean(1, 3, False)
    sheet.write_datetime(1, 4, datetime.datetime(2026, 3, 5), date)
    sheet.write_formula(1, 5, "=1/0", None, "#DIV/0!")
    book.close()


def handmade():
    """What Japanese Excel and careless writers do: phonetic runs, cells without references, escapes, odd part names."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{office}/officeDocument" '
        'Target="/book/main.xml"/></Relationships>',
        "book/main.xml": f'<x:workbook xmlns:x="{main}" xmlns:r="{office}"><x:sheets><x:sheet name="Sheet1" sheetId="7" '
        'r:id="s1"/></x:sheets></x:workbook>',
        "book/_rels/main.xml.rels": f'<Relationships xmlns="{package}">'
        f'<Relationship Id="s1" Type="{office}/worksheet" Target="sheets/../sheets/one.xml"/>'
        f'<Relationship Id="t" Type="{office}/sharedStrings" Target="texts.xml"/>'
        f'<Relationship Id="e" Type="{office}/worksheet" TargetMode="External" Target="http://example.com/x.xml"/>'
        "</Relationships>",
        "book/texts.xml": f'<sst xmlns="{main}"><si><t>id</t></si><si><t>name</t></si><si><t>phone</t></si>'
        "<si><r><t>東京</t></r><r><t xml:space=\"preserve\"> 商事</t></r><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>"
        "<phoneticPr fontId=\"1\"/></si><si><t>a_x000A_b_x005F_c</t></si></sst>",
        "book/sheets/one.xml": f'<worksheet xmlns="{main}"><sheetData>'
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
        '<row><c><v>1</v></c><c t="s"><v>3</v></c><c t="inlineStr"><is><t>03-1234</t><rPh><t>x</t></rPh></is></c></row>'
        '<row r="5"><c r="A5" t="str"><f>T(2)</f><v>2</v></c><c r="B5" t="s"><v>4</v></c></row>'
        "</sheetData></worksheet>",
    }
    archive("handmade.xlsx", parts)


def archive(name, parts):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in parts.items():
            file.writestr(zipfile.ZipInfo(part), text, zipfile.ZIP_DEFLATED)


def refused():
    """A text that unpacks to a thousand times its size, and other files in ZIP archives."""
    with zipfile.ZipFile("handmade.xlsx") as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["book/texts.xml"] = b"<sst><si><t>" + b" " * (20 << 20) + b"</t></si></sst>"
    archive("bomb.xlsx", parts)
    archive("binary.xlsb", {"xl/workbook.bin": b"\0"})
    archive("open.ods", {"content.xml": "<x/>", "META-INF/manifest.xml": "<x/>"})
    archive("plain.zip", {"customers.csv": "id,name\n"})


customers()
same_list()
from_1904()
handmade()
refused()
