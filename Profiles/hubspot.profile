# HubSpot: exports of companies, contacts and deals by their labels. No real export was at hand: everything is [I], of
# third parties; check against a real export first.
profile hubspot
title HubSpot (companies, contacts, deals)
dates ymd
decimal .

list customers
signature Record ID, Company name
signature Company ID, Company name
signature Company name, Company owner
signature Company name, Lifecycle Stage, Industry
id = Record ID | Company ID
name = Company name
industry = Industry
employees = Number of Employees
revenue = Annual Revenue
country = Country/Region | Country
province = State/Region | State
city = City
address = Street Address
phone = Phone Number
website = Website URL | Company Domain Name | Website
source = Original Source | Original Source Type
level = Lifecycle Stage
owner = Company owner
created_at = Create Date
updated_at = Last Modified Date
last_follow_up_at = Last Activity Date | Last Contacted
notes = Description | About Us
parent_id = Parent Company ID
also Company Domain Name | Type | Postal Code | Time Zone | Associated Contact | Associated Contact IDs | Lead Status
also LinkedIn Company Page | Website | Last Contacted

list contacts
signature First Name, Last Name, Contact owner
signature First Name, Last Name, Associated Company ID
signature First Name, Last Name, Associated Company
signature Contact ID, First Name, Last Name
id = Record ID | Contact ID
customer = Associated Company IDs ?? Associated Company ID ?? Associated Company ?? Company Name
name = First Name & Last Name
title = Job Title
mobile = Mobile Phone Number
phone = Phone Number
email = Email
also Lifecycle Stage | Lead Status | Contact owner | Original Source | City | State/Region | Industry
also Country/Region | Create Date | Website URL | Annual Revenue | Last Activity Date

list deals
signature Deal Name, Deal Stage
id = Record ID | Deal ID
customer = Associated Company IDs ?? Associated Company ID ?? Associated Company
rep = Deal owner
stage = Deal Stage
status = Is Closed Won ?? Is Closed ?? Deal Stage
amount = Amount
currency = Currency
created_at = Create Date
closed_at = Close Date
also Deal Name | Pipeline | Deal Type | Associated Contact | Deal probability | Amount in company currency
also Last Activity Date
values status: Closed Won -> won; closedwon -> won; Closed Lost -> lost; closedlost -> lost; * -> open
values status from Is Closed Won: true -> won; yes -> won; * ->
values status from Is Closed: true -> lost; yes -> lost; false -> open; no -> open
