# Zoho CRM: module exports as CSV (one file a module, Accounts_001.csv …) and the legacy XML (<row><FL val="…">).
# [S] read in published programs that read or write these files, [I] inference: check against a real export first. No
# real file was at hand. Ids have 18 digits and more behind `zcrm_`; they are texts.
profile zoho
title Zoho CRM (Accounts, Leads, Contacts, Users, Tasks, Calls, Notes, Deals)
# [S] 2026-11-23 14:05:00.
dates ymd
decimal .

# [S] Record Id, Account Owner.id … Billing Code, and the newer `Billing Address - City`; [I] the rest.
list customers
signature Record Id, Account Name, Account Owner
signature Record Id, Account Name, Account Owner.id
signature Account Owner.id, Account Name
signature Account Name, Billing Code, Account Owner
signature Account Id, Account Name, Account Owner, Billing Code
id = Record Id | Account Id
name = Account Name
industry = Industry
sic_code = SIC Code
employees = Employees
revenue = Annual Revenue
currency = Currency
country = Billing Country | Billing Address - Country / Region
province = Billing State | Billing Address - State / Province
city = Billing City | Billing Address - City
address = Billing Street | Billing Address - Street Address
phone = Phone
website = Website
level = Rating
owner = Account Owner.id ?? Account Owner
created_at = Created Time
updated_at = Modified Time
last_follow_up_at = Last Activity Time
notes = Description
tags = Tag
parent_id = Parent Account.id ?? Parent Account
also Account Owner | Account Type | Account Number | Account Site | Ownership | Fax | Ticker Symbol | Parent Account
also Billing Code | Shipping Street | Shipping City | Shipping State | Shipping Code | Shipping Country | Locked
also Created By.id | Created By | Modified By.id | Modified By | Last contacted time | Last contacted mode
also Billing Address - ZIP / Postal Code | Territories | Last activity type | Last activity date | User Modified Time

# [S] Record Id, Lead Name, Company, Lead Owner.id, Lead Status, Lead Source, Is Converted; [I] the rest. A lead is a
# company that nobody has turned into an account yet; where it has no company it is kept under the person's name.
list customers
signature Record Id, Lead Owner
signature Record Id, Lead Owner.id
signature Lead Owner, Company, Last Name
id = Record Id | Lead Id
name = Company ?? First Name & Last Name | Lead Name
industry = Industry
employees = No. of Employees
revenue = Annual Revenue
currency = Currency
country = Country | Address - Country / Region
province = State | Address - State / Province
city = City | Address - City
address = Street | Address - Street Address
contact = First Name & Last Name | Lead Name
mobile = Mobile
phone = Phone
email = Email
website = Website
source = Lead Source
level = Rating
owner = Lead Owner.id ?? Lead Owner
created_at = Created Time
updated_at = Modified Time
last_follow_up_at = Last Activity Time
notes = Description
tags = Tag
also Lead Owner | Lead Name | Lead Status | Is Converted | Salutation | Title | Fax | Zip Code | Email Opt Out
also Converted Account.id | Converted Contact.id | Converted Deal.id | Secondary Email | Skype ID | Twitter
also Created By.id | Created By | Modified By.id | Modified By

# [S] Record Id, Contact Name, Account Name.id, Contact Owner.id; [I] the rest
list contacts
signature Record Id, Contact Owner
signature Record Id, Contact Owner.id
signature Contact Owner, Last Name, Account Name, Mailing Zip
id = Record Id | Contact Id
customer = Account Name.id ?? Account Name
name = First Name & Last Name | Contact Name | Full Name
title = Title
mobile = Mobile
phone = Phone
email = Email
also Account Name | Contact Name | Contact Owner | Contact Owner.id | Lead Source | Salutation | Department
also Mailing Street | Mailing City | Mailing State | Mailing Zip | Mailing Country | Other Phone | Home Phone | Fax
also Created By.id | Created By | Created Time | Modified By.id | Modified By | Modified Time | Last Activity Time
also Description | Assistant | Date of Birth | Email Opt Out | Reporting To | Tag | Secondary Email | Vendor Name

# [S] Record Id, Email; [I] the rest. Owners of all other lists are these ids.
list reps
signature Record Id, Email, Role, Profile
signature Record Id, First Name, Last Name, Email, Status
signature User Id, Email, Role, Profile
id = Record Id | User Id
name = First Name & Last Name | Full Name | User Name
email = Email
team = Role
active = Status
also Alias | Profile | Phone | Mobile | Created By | Created Time | Modified Time | Time Zone | Country | Reporting To

# [S] Call Owner.id, Related To.id, Call Start Time, Call Status, Subject, Call Agenda; [I] the rest
list follow-ups
signature Record Id, Call Start Time
signature Call Owner, Call Start Time
id = Record Id
customer = Related To.id ?? Related To
rep = Call Owner.id ?? Call Owner
at = Call Start Time
recorded_at = Created Time
channel = Call Type
outcome = Call Result ?? Call Status
note = Description ?? Call Agenda ?? Subject
also Related To | Call Owner | Subject | Call Purpose | Call Duration | Contact Name | Contact Name.id | Modified Time
also Call Status | Description | Call Agenda

# [S] Task Owner.id, Related To.id, Due Date, Status, Closed Time; [I] the rest. What is not done yet has no Closed Time.
list follow-ups
signature Record Id, Task Owner
signature Record Id, Task Owner.id
signature Task Owner, Subject, Due Date
id = Record Id
customer = Related To.id ?? Related To
rep = Task Owner.id ?? Task Owner
at = Closed Time ?? Due Date
recorded_at = Created Time
outcome = Status
note = Description ?? Subject
also Related To | Task Owner | Subject | Due Date | Priority | Contact Name | Contact Name.id | Modified Time | Reminder

# [S] Note Owner.id, Associated_Id, Note Title, Note Content
list follow-ups
signature Record Id, Note Content
signature Note Owner, Note Content
id = Record Id
customer = Associated_Id | Parent ID.id | Parent ID
rep = Note Owner.id ?? Note Owner
at = Created Time
note = Note Content ?? Note Title
also Note Owner | Note Title | Modified Time | Created By | Created By.id

# [S] Record Id, Deal Name, Account Name.id, Deal Owner.id, Stage, Closing Date, Amount, Currency
list deals
signature Record Id, Deal Name
signature Deal Name, Closing Date
signature Deal Owner.id, Deal Name
id = Record Id | Deal Id
customer = Account Name.id ?? Account Name
rep = Deal Owner.id ?? Deal Owner
stage = Stage
status = Stage
amount = Amount
currency = Currency
created_at = Created Time
closed_at = Closing Date
also Account Name | Deal Owner | Deal Name | Type | Probability (%) | Probability | Next Step | Expected Revenue
also Lead Source | Contact Name | Contact Name.id | Description | Reason For Loss | Modified Time | Pipeline | Tag
also Campaign Source | Created By | Created By.id | Modified By | Modified By.id | Last Activity Time
values status: Closed Won -> won; Closed Lost -> lost; Closed-Lost to Competition -> lost; * -> open

# [S] of third parties: <Accounts><row no="1"><FL val="ACCOUNTID">…, SMOWNERID and the labels of the fields
list customers
record Accounts/row
signature FL[@val='Account Name']
id = FL[@val='ACCOUNTID']
name = FL[@val='Account Name']
industry = FL[@val='Industry']
sic_code = FL[@val='SIC Code']
employees = FL[@val='Employees']
revenue = FL[@val='Annual Revenue']
country = FL[@val='Billing Country']
province = FL[@val='Billing State']
city = FL[@val='Billing City']
address = FL[@val='Billing Street']
phone = FL[@val='Phone']
website = FL[@val='Website']
level = FL[@val='Rating']
owner = FL[@val='SMOWNERID'] ?? FL[@val='Account Owner']
created_at = FL[@val='Created Time']
updated_at = FL[@val='Modified Time']
last_follow_up_at = FL[@val='Last Activity Time']
notes = FL[@val='Description']
parent_id = FL[@val='PARENTACCOUNTID']
also @no | FL[@val='Account Owner'] | FL[@val='Account Type'] | FL[@val='SMCREATORID'] | FL[@val='Created By']
also FL[@val='MODIFIEDBY'] | FL[@val='Modified By'] | FL[@val='Billing Code'] | FL[@val='Parent Account']
also FL[@val='Fax'] | FL[@val='Account Number'] | FL[@val='Ownership'] | FL[@val='Ticker Symbol']

list contacts
record Contacts/row
signature FL[@val='Last Name']
id = FL[@val='CONTACTID']
customer = FL[@val='ACCOUNTID'] ?? FL[@val='Account Name']
name = FL[@val='First Name'] & FL[@val='Last Name']
title = FL[@val='Title']
mobile = FL[@val='Mobile']
phone = FL[@val='Phone']
email = FL[@val='Email']
also @no | FL[@val='Account Name'] | FL[@val='SMOWNERID'] | FL[@val='Contact Owner'] | FL[@val='Created Time']
also FL[@val='Modified Time'] | FL[@val='Department'] | FL[@val='Lead Source'] | FL[@val='Salutation']
