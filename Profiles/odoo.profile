# Odoo: data files (<record model="…"><field name="…">…</field></record>), and lists exported as CSV or Excel, with the
# names of fields (import-compatible) or with their labels. In XML a value is a text or the id of another record (ref=);
# eval= is Python, which is never run: such a field stays empty.
# [S] read in the product's source or documentation, [I] inference: check against a real export first. CSV puts `'` before
# a value that begins with + [S].
profile odoo
title Odoo (res.partner, crm.lead, res.users, mail.activity, sale.order; XML, CSV, Excel)
dates ymd
decimal .

# [I] the fields of res.partner, in the form of the product's data files
list customers
record record[@model='res.partner']
signature field[@name='name'], field[@name='is_company']
signature field[@name='name'], field[@name='country_id']/@ref
signature field[@name='name'], field[@name='email']
signature field[@name='name'], field[@name='city']
signature field[@name='name'], field[@name='phone']
signature field[@name='name'], field[@name='vat']
id = @id
name = field[@name='name']
credit_code = field[@name='vat']
industry = field[@name='industry_id']/@ref | field[@name='industry_id']
country = field[@name='country_id']/@ref | field[@name='country_id']
province = field[@name='state_id']/@ref | field[@name='state_id']
city = field[@name='city']
address = field[@name='street']
mobile = field[@name='mobile']
phone = field[@name='phone']
email = field[@name='email']
website = field[@name='website']
owner = field[@name='user_id']/@ref | field[@name='user_id']
notes = field[@name='comment']
parent_id = field[@name='parent_id']/@ref
also @model | @forcecreate | field[@name='street2'] | field[@name='zip'] | field[@name='is_company']
also field[@name='category_id']/@eval | field[@name='company_id']/@ref | field[@name='function'] | field[@name='lang']
# Written as a data file. [S] its shape; [I] that an owner's reference is the id by which its users were imported.
within odoo/data
write @id | field[@name='name'] | field[@name='is_company'] = True | field[@name='vat']
    | field[@name='industry_id']/@ref | field[@name='country_id']/@ref | field[@name='city'] | field[@name='street']
    | field[@name='mobile'] | field[@name='phone'] | field[@name='email'] | field[@name='website']
    | field[@name='user_id']/@ref | field[@name='comment']
# [S] of base: countries are referred to by their small ISO codes, but for the United Kingdom
values country: base.cn -> CN; base.hk -> HK; base.mo -> MO; base.tw -> TW; base.us -> US; base.ca -> CA
values country: base.uk -> GB; base.de -> DE; base.fr -> FR; base.it -> IT; base.es -> ES; base.pt -> PT
values country: base.nl -> NL; base.be -> BE; base.ch -> CH; base.at -> AT; base.se -> SE; base.no -> NO
values country: base.dk -> DK; base.fi -> FI; base.ie -> IE; base.pl -> PL; base.cz -> CZ; base.ru -> RU
values country: base.ua -> UA; base.tr -> TR; base.gr -> GR; base.jp -> JP; base.kr -> KR; base.sg -> SG
values country: base.my -> MY; base.th -> TH; base.vn -> VN; base.id -> ID; base.ph -> PH; base.in -> IN
values country: base.pk -> PK; base.ae -> AE; base.sa -> SA; base.il -> IL; base.eg -> EG; base.za -> ZA
values country: base.ng -> NG; base.au -> AU; base.nz -> NZ; base.mx -> MX; base.br -> BR; base.ar -> AR
values country: base.cl -> CL
# [I] the industries' names, and that their references are lettered as ISIC's sections
values industry: base.res_partner_industry_A -> Agriculture; base.res_partner_industry_B -> Mining
values industry: base.res_partner_industry_C -> Manufacturing; base.res_partner_industry_D -> Energy supply
values industry: base.res_partner_industry_E -> Water supply; base.res_partner_industry_F -> Construction
values industry: base.res_partner_industry_G -> Wholesale/Retail; base.res_partner_industry_H -> Transportation/Logistics
values industry: base.res_partner_industry_I -> Food/Hospitality; base.res_partner_industry_J -> IT/Communication
values industry: base.res_partner_industry_K -> Finance/Insurance; base.res_partner_industry_L -> Real Estate
values industry: base.res_partner_industry_M -> Scientific; base.res_partner_industry_N -> Administrative/Utilities
values industry: base.res_partner_industry_O -> Public Administration; base.res_partner_industry_P -> Education
values industry: base.res_partner_industry_Q -> Health/Social; base.res_partner_industry_R -> Entertainment
values industry: base.res_partner_industry_S -> Other Services; base.res_partner_industry_T -> Households
values industry: base.res_partner_industry_U -> Extraterritorial

# [S] crm_lead_demo.xml: `name` is the title of the opportunity, the company is `partner_name`.
list customers
record record[@model='crm.lead']
signature field[@name='partner_name']
id = @id
name = field[@name='partner_name']
country = field[@name='country_id']/@ref | field[@name='country_id']
province = field[@name='state_id']/@ref | field[@name='state_id']
city = field[@name='city']
address = field[@name='street']
contact = field[@name='contact_name']
mobile = field[@name='mobile']
phone = field[@name='phone']
email = field[@name='email_from']
website = field[@name='website']
source = field[@name='source_id']/@ref | field[@name='source_id']
needs = field[@name='name']
owner = field[@name='user_id']/@ref | field[@name='user_id']
created_at = field[@name='create_date']
notes = field[@name='description']
also @model | @forcecreate | field[@name='type'] | field[@name='zip'] | field[@name='tag_ids']/@eval
also field[@name='priority'] | field[@name='team_id']/@ref | field[@name='stage_id']/@ref | field[@name='function']
also field[@name='campaign_id']/@ref | field[@name='medium_id']/@ref | field[@name='date_open']/@eval
also field[@name='create_date']/@eval | field[@name='user_id']/@eval

# [S] some names of fields (name, street, city, vat, phone, is_company …); [I] the others, and all labels. Companies and
# their people are in one list; a person belongs to the company that is its parent.
list customers
signature name, is_company
signature name, vat, street, user_id
signature id, name, street, zip, vat
signature name, email, country_id/id, user_id/id
signature External ID, Name, Country, Salesperson
signature Name, Is a Company, Salesperson
signature Complete Name, Salesperson
signature Display Name, Is a Company
signature Display Name, Tax ID, Salesperson
signature Name, Tax ID, Is a Company
id = External ID | id | .id | ID
name = Name | name ?? Complete Name | complete_name | Display Name | display_name
credit_code = Tax ID | vat
industry = Industry | industry_id | industry_id/name
country = Country | country_id | country_id/name | Country/Country Name | country_id/id
province = State | state_id | state_id/name | State/State Name | state_id/id
city = City | city
address = Street + Street2 | street + street2
mobile = Mobile | mobile
phone = Phone | phone
email = Email | email
website = Website Link | Website | website
owner = user_id/id ?? Salesperson | user_id | Salesperson/Name | user_id/name
created_at = Created on | create_date
updated_at = Last Updated on | write_date
notes = Notes | comment
tags = Tags | category_id | category_id/name
parent_id = parent_id/id ?? Related Company | parent_id | Related Company/Name
also Is a Company | is_company | Zip | zip | Company Type | company_type | Activities | activity_ids | Reference | ref
    | Street2
also street2 | Title | Job Position | function | Language | lang | Company | company_id | Active | active
    | Complete Name
also Display Name | complete_name | display_name | Bank | Credit Limit | user_id | parent_id | country_id/id | Rank
also Account Receivable | Account Payable | Payment Terms | customer_rank | supplier_rank | Salesperson
# Written for its import of contacts. [I] a new External ID makes a contact, a known one changes it.
write External ID | Name | Is a Company = True | Tax ID | Industry | Country | State | City | Street | Mobile | Phone
    | Email | Website | Salesperson | Notes | Tags
form Salesperson = text
# [S] countries are found by name
words country: China; Hong Kong; Macau; Taiwan; United States; Canada; United Kingdom; Germany; France; Italy; Spain
words country: Portugal; Netherlands; Belgium; Switzerland; Austria; Sweden; Norway; Denmark; Finland; Ireland; Poland
words country: Czech Republic; Russia; Ukraine; Turkey; Greece; Japan; South Korea; India; Singapore; Malaysia
words country: Thailand; Vietnam; Indonesia; Philippines; Australia; New Zealand; Brazil; Mexico
words industry: Agriculture; Mining; Manufacturing; Energy supply; Water supply; Construction; Wholesale/Retail
words industry: Transportation/Logistics; Food/Hospitality; IT/Communication; Finance/Insurance; Real Estate
words industry: Scientific; Administrative/Utilities; Public Administration; Education; Health/Social; Entertainment
words industry: Other Services; Households

# [S] names of fields of crm.lead; [I] labels. `name` is the title of the opportunity.
list customers
signature partner_name, contact_name, user_id
signature partner_name, email_from
signature Lead, Company Name, Salesperson
signature Opportunity, Company Name, Contact Name, Salesperson
id = External ID | id | .id
name = partner_name | Company Name ?? contact_name | Contact Name ?? name | Lead | Opportunity
industry = Industry
country = country_id | Country | country_id/id
province = state_id | State | state_id/id
city = city | City
address = street + street2 | Street + Street2
contact = contact_name | Contact Name
mobile = mobile | Mobile
phone = phone | Phone
email = email_from | Email
website = website | Website
source = source_id | Source
needs = name | Lead | Opportunity
owner = user_id/id ?? user_id | Salesperson
created_at = create_date | Created on
updated_at = write_date | Last Updated on
notes = description | Notes
tags = tag_ids | Tags
also type | Type | stage_id | Stage | priority | Priority | team_id | Sales Team | function | Job Position | zip | Zip
also medium_id | Medium | campaign_id | Campaign | date_open | expected_revenue | Expected Revenue | probability
    | Probability
also company_id | Company | Lead | Opportunity | date_deadline | Expected Closing | lost_reason_id | active | Active

# Opportunities: the same model, where it says how likely and how much. Won is a stage, lost is archived.
list deals
signature Opportunity, Expected Revenue, Stage, Customer
signature name, expected_revenue, stage_id, partner_id
signature Opportunity, Customer, Stage, Salesperson
id = External ID | id | .id
customer = partner_id/id ?? Customer | partner_id | Customer/Name
rep = user_id/id ?? Salesperson | user_id
stage = Stage | stage_id | stage_id/name
status = Won/Lost | won_status ?? Active | active ?? Stage | stage_id | stage_id/name
amount = Expected Revenue | expected_revenue
currency = Currency | company_currency
created_at = Created on | create_date
closed_at = Closed Date | date_closed
also Opportunity | name | Probability | probability | Expected Closing | date_deadline | Sales Team | team_id | Tags
    | tag_ids
also Type | type | Priority | priority | Email | email_from | Phone | phone | Contact Name | Lost Reason | Company
    | Activities
also Last Updated on | write_date | Stage | stage_id | Active | active | Country | City | Company Name
values status: Won -> won; won -> won; Lost -> lost; lost -> lost; 成功 -> won; 失败 -> lost; 赢得 -> won; 丢失 -> lost; * -> open
values status from Active: false -> lost; 0 -> lost; * ->
values status from active: false -> lost; 0 -> lost; * ->

# [I] sales orders: a confirmed one is a win
list deals
signature Order Reference, Customer, Salesperson, Total
signature name, partner_id, amount_total, date_order
id = External ID | id | Order Reference | name
customer = partner_id/id ?? Customer | partner_id | Customer/Name
rep = user_id/id ?? Salesperson | user_id
stage = Status | state
status = Status | state
amount = Total | amount_total
currency = Currency | currency_id
created_at = Creation Date | Created on | create_date ?? Order Date | date_order
closed_at = Order Date | date_order
also Order Reference | name | Activities | Company | company_id | Invoice Status | invoice_status | Sales Team | team_id
also Untaxed Amount | amount_untaxed | Taxes | amount_tax | Delivery Date | Expected Date | Tags | Order Date
    | date_order
values status: Sales Order -> won; sale -> won; Locked -> won; done -> won; 销售订单 -> won; 已锁定 -> won
values status: Cancelled -> lost; cancel -> lost; 已取消 -> lost; * -> open

# [I] users
list reps
signature Name, Login, Latest authentication
signature Name, Login, Language
signature name, login, lang
id = External ID | id | Login | login
name = Name | name
email = Email | email ?? Login | login
team = Sales Team | sale_team_id | Department
active = Active | active
also Login | login | Language | lang | Latest authentication | login_date | Company | company_id | Status | Groups
    | Phone
also Two-factor authentication | Role | External ID
