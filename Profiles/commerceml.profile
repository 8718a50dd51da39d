# 1C CommerceML 2 and 3: counterparties and orders, as 1С:Предприятие exchanges them with other systems.
# [S] read in published programs that read or write these files (Ид, Наименование, ОфициальноеНаименование,
# ПолноеНаименование, ИНН, КПП, Роль, Контакты/Контакт with Тип and Значение, Представление, the documents' Номер, Дата,
# Время, ХозОперация, Валюта, Сумма), [I] inference: check against a real export first.
# A counterparty's telephones and mails stand in repeated Контакт elements, each with its own Тип; which is which cannot
# be told from the place, so they are kept with the record and feed no field.
profile commerceml
title 1C CommerceML (counterparties, orders)
dates ymd
decimal .
currency RUB

# A file of orders is a list of deals; the counterparties that stand in them are imported from the same file with
# `--as customers`, and one that stands in several orders is one.
list customers
record Контрагенты/Контрагент
signature Ид, Наименование
signature Ид, ОфициальноеНаименование
signature Ид, ПолноеНаименование
id = Ид
name = ОфициальноеНаименование ?? ПолноеНаименование ?? РеквизитыЮрЛица/ОфициальноеНаименование ?? Наименование
credit_code = ИНН | РеквизитыЮрЛица/ИНН
address = ЮридическийАдрес/Представление | АдресРегистрации/Представление | Адрес/Представление
    | РеквизитыЮрЛица/ЮридическийАдрес/Представление
contact = Представители/Представитель/Контрагент/Наименование | Имя & Фамилия
notes = Комментарий
also Наименование | ПолноеНаименование | КПП | РеквизитыЮрЛица/КПП | Роль | Код | ОКПО | ОсновнойВидДеятельности
    | НомерВерсии
also Контакты/Контакт/Тип | Контакты/Контакт/Значение | Контакты/Контакт/Тип#2 | Контакты/Контакт/Значение#2
also Контакты/Контакт/Комментарий | ПометкаУдаления | Отчество | ДатаРегистрации | ЕГРПО

# [S] A document is an order where its ХозОперация says so. What is cancelled or paid stands in each installation's own
# ЗначенияРеквизитов, so a deal is open.
list deals
record Контейнер/Документ
signature Ид, Номер, ХозОперация
signature Ид, Номер, Сумма
id = Ид
customer = Контрагенты/Контрагент/Ид ?? Контрагенты/Контрагент/Наименование
stage = ХозОперация
status = ХозОперация
amount = Сумма
currency = Валюта
created_at = Дата + Время
also Номер | Курс | Роль | Время | Комментарий | Основание | Контрагенты/Контрагент/Наименование
also Контрагенты/Контрагент/Роль | НомерВерсии
values status: * -> open
values currency: руб -> RUB; руб. -> RUB; рубль -> RUB; RUR -> RUB; дол -> USD

# The same as CommerceML 2 has it
list deals
record КоммерческаяИнформация/Документ
signature Ид, Номер, ХозОперация
signature Ид, Номер, Сумма
id = Ид
customer = Контрагенты/Контрагент/Ид ?? Контрагенты/Контрагент/Наименование
stage = ХозОперация
status = ХозОперация
amount = Сумма
currency = Валюта
created_at = Дата + Время
also Номер | Курс | Роль | Время | Комментарий | Основание | Контрагенты/Контрагент/Наименование
also Контрагенты/Контрагент/Роль | НомерВерсии
values status: * -> open
values currency: руб -> RUB; руб. -> RUB; рубль -> RUB; RUR -> RUB; дол -> USD
