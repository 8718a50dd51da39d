# Odoo: data files (<record model="…"><field name="…">…</field></record>). A value is a text or the id of another record
# (ref=); eval= is Python, which is never run: such a field stays empty.
# [S] read in the product's source, [I] inference: check against a real export first.
profile odoo
title Odoo (res.partner, crm.lead)
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
