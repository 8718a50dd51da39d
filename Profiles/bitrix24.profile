# Bitrix24: companies, leads, contacts, deals and users as CSV or Excel, with the labels of the interface's language
# (English and Russian here) or the names of the fields as the REST interface and the BI connector give them.
# [S] some names of fields (ID, TITLE, COMPANY_TYPE, ASSIGNED_BY_ID, DATE_CREATE …) are in the product's documentation; the
# other names, the codes and all labels are [I]: check against a real export first. CSV is separated by semicolons; old installations write Windows-1251 [I].
profile bitrix24
title Bitrix24 (companies, leads, contacts, users, activities, deals; English and Russian)
# [I] 23.11.2026 14:05:00 in Russian; English has months first, which the column tells where it can.
dates dmy
decimal .

list customers
signature Company Name, Company type, Responsible
signature Company Name, Company type, Responsible person
signature Company Name, Work Phone, Work E-mail
signature Название компании, Тип компании
signature Название компании, Ответственный, Рабочий телефон
signature TITLE, COMPANY_TYPE
signature TITLE, ASSIGNED_BY_ID, INDUSTRY, EMPLOYEES
id = ID
name = Company Name | Название компании | Название | TITLE
credit_code = ИНН | Tax ID
industry = Industry | Сфера деятельности | INDUSTRY
employees = Employees | Кол-во сотрудников | Количество сотрудников | EMPLOYEES
revenue = Annual revenue | Годовой оборот | REVENUE
currency = Currency | Валюта | CURRENCY_ID
country = Country | Страна | ADDRESS_COUNTRY
province = State / Province | Region | Область | Регион | ADDRESS_PROVINCE
city = City | Населенный пункт | Город | ADDRESS_CITY
address = Street address | Address | Улица, дом | Адрес | Фактический адрес | ADDRESS
contact = Contact | Contacts | Контакт | Контакты
mobile = Mobile | Мобильный телефон
phone = Work Phone | Рабочий телефон | Phone | Телефон | PHONE
email = Work E-mail | Рабочий e-mail | E-mail | EMAIL
website = Corporate website | Корпоративный сайт | Website | Сайт | WEB
source = Source | Источник | SOURCE_ID
owner = ASSIGNED_BY_ID ?? Responsible | Responsible person | Ответственный | ASSIGNED_BY | ASSIGNED_BY_NAME
created_at = Created | Created on | Дата создания | DATE_CREATE
updated_at = Modified | Modified on | Дата изменения | DATE_MODIFY
last_follow_up_at = Last activity | LAST_ACTIVITY_TIME
notes = Comment | Комментарий | COMMENTS
also Company type | Тип компании | COMPANY_TYPE | Logo | Логотип | Created by | Кем создана | Modified by | Кем изменена
also Fax | Факс | Номер факса | Home Phone | Домашний телефон | Pager number | Other phone | Другой телефон | OPENED
also Home E-mail | Частный e-mail | Other e-mail | Другой e-mail | Personal page | Личная страница | Facebook page
also Available to everyone | Доступна для всех | Bank details | Банковские реквизиты | ZIP | Почтовый индекс | КПП
    | ОГРН
also CREATED_BY_ID | MODIFY_BY_ID | CREATED_BY_NAME | MODIFIED_BY_NAME | HAS_PHONE | HAS_EMAIL | LEAD_ID | ADDRESS_2

# A lead has a title of its own; the company is in a column beside it.
list customers
signature Lead Name, Status, Company Name
signature Название лида, Название компании
signature TITLE, STATUS_ID, COMPANY_TITLE
id = ID
name = Company Name | Название компании | COMPANY_TITLE ?? Lead Name | Название лида | TITLE
contact = First Name & Last Name | Имя & Фамилия | NAME & LAST_NAME
mobile = Mobile | Мобильный телефон
phone = Work Phone | Рабочий телефон | Phone | Телефон | PHONE
email = Work E-mail | Рабочий e-mail | E-mail | EMAIL
website = Corporate website | Корпоративный сайт
country = Country | Страна
province = State / Province | Region | Область | Регион
city = City | Населенный пункт | Город
address = Street address | Address | Улица, дом | Адрес | ADDRESS
source = Source | Источник | SOURCE_ID
needs = Lead Name | Название лида
owner = ASSIGNED_BY_ID ?? Responsible | Responsible person | Ответственный
created_at = Created | Created on | Дата создания | DATE_CREATE
updated_at = Modified | Modified on | Дата изменения | DATE_MODIFY
notes = Comment | Комментарий | COMMENTS
also Status | Стадия | STATUS_ID | STATUS_SEMANTIC_ID | Opportunity | Сумма | OPPORTUNITY | Currency | Валюта
    | CURRENCY_ID
also Second Name | Отчество | Position | Должность | Lead Name | Название лида | TITLE | Source information

list contacts
signature First Name, Last Name, Company, Responsible
signature Имя, Фамилия, Компания, Ответственный
signature NAME, LAST_NAME, COMPANY_ID
id = ID
customer = COMPANY_ID ?? Company | Компания | COMPANY_NAME
name = First Name & Last Name | Имя & Фамилия | NAME & LAST_NAME
title = Position | Должность | POST
mobile = Mobile | Мобильный телефон
phone = Work Phone | Рабочий телефон | PHONE
email = Work E-mail | Рабочий e-mail | EMAIL
also Second Name | Отчество | SECOND_NAME | Contact type | Тип контакта | TYPE_ID | Source | Источник | SOURCE_ID
    | Photo
also Responsible | Ответственный | ASSIGNED_BY_ID | Created | Дата создания | DATE_CREATE | Modified | Дата изменения
also DATE_MODIFY | Salutation | Обращение | HONORIFIC | Birthdate | Дата рождения | BIRTHDATE | Address | Адрес
    | Comment
also Комментарий | COMMENTS | Home Phone | Other phone | Home E-mail | Other e-mail | Фото | COMPANY_NAME | Company

list reps
signature NAME, LAST_NAME, WORK_POSITION
signature Имя, Фамилия, Должность, Отдел
id = ID
name = NAME & LAST_NAME | Имя & Фамилия
email = EMAIL | E-mail
team = UF_DEPARTMENT | DEPARTMENT | Отдел | Подразделение
active = ACTIVE | Активен
also SECOND_NAME | Отчество | WORK_POSITION | Должность | WORK_PHONE | PERSONAL_MOBILE | LAST_LOGIN | DATE_REGISTER
    | Телефон

# An activity's owner is a lead (1), deal (2), contact (3) or company (4) by OWNER_TYPE_ID; what is no company waits.
list follow-ups
signature OWNER_ID, OWNER_TYPE_ID, SUBJECT
id = ID
customer = COMPANY_ID ?? OWNER_ID
rep = RESPONSIBLE_ID
at = END_TIME ?? START_TIME ?? DEADLINE
recorded_at = CREATED
channel = TYPE_ID
outcome = COMPLETED
note = DESCRIPTION ?? SUBJECT
also OWNER_ID | OWNER_TYPE_ID | SUBJECT | DIRECTION | AUTHOR_ID | LAST_UPDATED | PRIORITY | PROVIDER_ID
    | PROVIDER_TYPE_ID
# [I] the numbers of the kinds
values channel: 1 -> meeting; 2 -> phone; 3 -> task; 4 -> email

# [I] the semantics of a stage: P in process, S success, F failure; stages themselves are each company's
list deals
signature Deal Name, Stage, Responsible
signature Deal Name, Pipeline, Company
signature Название сделки, Стадия сделки
signature TITLE, STAGE_ID
id = ID
customer = COMPANY_ID ?? Company | Компания | COMPANY_NAME
rep = ASSIGNED_BY_ID ?? Responsible | Responsible person | Ответственный
stage = Stage | Стадия сделки | STAGE_NAME | STAGE_ID
status = STAGE_SEMANTIC_ID ?? Stage group | Группа стадий ?? Stage | Стадия сделки | STAGE_ID
amount = Amount | Сумма | OPPORTUNITY
currency = Currency | Валюта | CURRENCY_ID
created_at = Created | Created on | Дата создания | DATE_CREATE
closed_at = CLOSEDATE | Close date | Дата завершения
also Deal Name | Название сделки | TITLE | Pipeline | Воронка | CATEGORY_ID | Deal type | Тип сделки | TYPE_ID | Contact
also Контакт | CONTACT_ID | Probability | Вероятность | PROBABILITY | Comment | Комментарий | COMMENTS | Start date
also Дата начала | BEGINDATE | Deal closed | Сделка закрыта | CLOSED | DATE_MODIFY | Modified | Дата изменения
also Source | Источник | SOURCE_ID | LEAD_ID | COMPANY_NAME | Company | Income | STAGE_NAME | STAGE_ID
values status: S -> won; F -> lost; P -> open; Deal won -> won; Сделка успешна -> won; Won -> won; WON -> won
values status: Deal lost -> lost; Сделка провалена -> lost; Lose -> lost; Lost -> lost; LOSE -> lost; APOLOGY -> lost
values status: * -> open
