# HubSpot: exports of companies, contacts, deals, activities and users by their labels, or by the names of properties.
# [S] read in published programs that read real exports (Record ID, Company Domain Name, Deal Stage, Associated Company IDs
# (Primary), Contact owner …, times as 2026-11-23 14:05), [I] inference: check against a real export first. No real file
# was at hand.
profile hubspot
title HubSpot (companies, contacts, deals, activities, users)
dates ymd
decimal .

# Owners are names; the labels of owners are the object's. Several associated ids stand in one cell, split by `;`: of
# those the primary one's own column is read first.
list customers
signature Record ID, Company name
signature Company ID, Company name
signature Company name, Company owner
signature Company name, Company Domain Name
signature Company name, Lifecycle Stage, Industry
signature hs_object_id, domain, name
id = Record ID | Company ID | hs_object_id ?? Gonghai ID
name = Company name | name
credit_code = Gonghai Credit Code
industry = Industry
industry_code = Gonghai Industry
employees = Number of Employees | numberofemployees
revenue = Annual Revenue | annualrevenue
currency = Currency
country = Country/Region | Country
province = State/Region | State
city = City
address = Street Address | address
contact = Gonghai Contact
mobile = Gonghai Mobile
phone = Phone Number | phone
email = Gonghai Email
website = Website URL | Company Domain Name | Website | domain
source = Original Source | Original Source Type | Original Traffic Source
level = Ideal Customer Profile Tier | hs_ideal_customer_profile
needs = Gonghai Needs
owner = Company owner | hubspot_owner_id
owned_since = Owner Assigned Date
created_at = Create Date | createdate
updated_at = Last Modified Date | hs_lastmodifieddate
last_follow_up_at = Last Activity Date | Last Contacted | notes_last_contacted
notes = Description | About Us
parent_id = Parent Company ID | Parent Company
also Company Domain Name | Type | Postal Code | Time Zone | Associated Contact | Associated Contact IDs | Lead Status
also LinkedIn Company Page | Website | Last Contacted | Lifecycle Stage | Associated Deal | Associated Deal IDs
    | Parent Company
also Number of Associated Contacts | Number of Associated Deals | Next Activity Date | Number of times contacted
    | Twitter Handle
also Recent Deal Amount | Total Money Raised | Year Founded | Is Public | HubSpot Team | Created by user ID
    | Street Address 2
also Original Source Drill-Down 1 | Original Source Drill-Down 2 | Days to Close | Close Date | First Deal Created Date
values level: Tier 1 -> A; Tier 2 -> B; Tier 3 -> C; tier_1 -> A; tier_2 -> B; tier_3 -> C
# Written for its import of companies: Record ID finds a company, a blank one makes one; Gonghai ID is a property with
# unique values that you add, and so are the other ones of that name; a column may be left out in its mapping.
# [S] the labels, and that an owner is found by e-mail [I].
write Record ID | Company name | Industry | Number of Employees | Annual Revenue | Currency | Country/Region
    | State/Region | City | Street Address | Phone Number | Website URL | Ideal Customer Profile Tier | Company owner
    | Description | Gonghai ID | Gonghai Industry | Gonghai Credit Code | Gonghai Contact | Gonghai Mobile
    | Gonghai Email | Gonghai Needs
form Number of Employees = integer
form Company owner = email
# [I] some of its 147 values
words industry: MANUFACTURING; MACHINERY; ELECTRICAL_ELECTRONIC_MANUFACTURING; COMPUTER_SOFTWARE; CONSTRUCTION
words industry: FINANCIAL_SERVICES; MANAGEMENT_CONSULTING; BANKING; INSURANCE; REAL_ESTATE; RETAIL; WHOLESALE
words industry: TRANSPORTATION_TRUCKING_RAILROAD; LOGISTICS_AND_SUPPLY_CHAIN; HOSPITALITY; RESTAURANTS
words industry: TELECOMMUNICATIONS; HOSPITAL_HEALTH_CARE; EDUCATION_MANAGEMENT; GOVERNMENT_ADMINISTRATION; FARMING
words industry: CHEMICALS; TEXTILES; AUTOMOTIVE; PHARMACEUTICALS; PLASTICS; FURNITURE; UTILITIES; MINING_METALS

list contacts
signature First Name, Last Name, Contact owner
signature First Name, Last Name, Associated Company ID
signature First Name, Last Name, Associated Company
signature Record ID, First Name, Last Name, Email, Lifecycle Stage
signature Contact ID, First Name, Last Name
id = Record ID | Contact ID
customer = Associated Company IDs (Primary) ?? Primary Associated Company ID ?? Associated Company IDs
    ?? Associated Company ID ?? Associated Company (Primary) ?? Associated Company ?? Company Name
name = First Name & Last Name
title = Job Title
mobile = Mobile Phone Number
phone = Phone Number
email = Email
decision_maker = Buying Role
also Lifecycle Stage | Lead Status | Contact owner | Original Source | City | State/Region | Industry | Company Name
also Country/Region | Create Date | Website URL | Annual Revenue | Last Activity Date | Associated Company | Postal Code
also Associated Company (Primary) | Associated Company IDs | Associated Company ID | Last Modified Date
    | Marketing contact status
also Associated Deal | Associated Deal IDs | Number of times contacted | Last Contacted | Next Activity Date
    | Street Address
also HubSpot Team | Salutation | Fax Number | Persona | Time Zone | Preferred language | Owner Assigned Date
values decision_maker: Decision Maker -> yes; DECISION_MAKER -> yes; * -> no

list deals
signature Deal Name, Deal Stage
signature Deal Name, Pipeline, Deal owner
id = Record ID | Deal ID
customer = Associated Company IDs (Primary) ?? Associated Company IDs ?? Associated Company ID
    ?? Associated Company (Primary) ?? Associated Company
rep = Deal owner
stage = Deal Stage
status = Is Closed Won ?? Is Closed ?? Deal Stage
amount = Amount
currency = Currency
created_at = Create Date
closed_at = Close Date
also Deal Name | Pipeline | Deal Type | Associated Contact | Deal probability | Amount in company currency
    | Deal Description
also Last Activity Date | Associated Company | Associated Company (Primary) | Associated Company IDs
    | Associated Contact IDs
also Closed Lost Reason | Closed Won Reason | Forecast category | Forecast amount | Weighted amount | Next step
    | Priority
also Last Modified Date | Next Activity Date | HubSpot Team | Is Closed | Is Closed Won | Original Source Type
    | Last Contacted
values status: Closed Won -> won; closedwon -> won; Closed Lost -> lost; closedlost -> lost; * -> open
values status from Is Closed Won: true -> won; yes -> won; * ->
values status from Is Closed: true -> lost; yes -> lost; false -> open; no -> open

# [I] calls, meetings, notes, e-mails and tasks
list follow-ups
signature Record ID, Activity date, Activity assigned to
signature Record ID, Call notes
signature Record ID, Note body
signature Record ID, Meeting name
signature Record ID, Task Title, Due date
id = Record ID
customer = Associated Company IDs (Primary) ?? Associated Company IDs ?? Associated Company (Primary)
    ?? Associated Company
rep = Activity assigned to | Assigned to | Owner
at = Activity date | Completed at ?? Due date | Create date
recorded_at = Create date | Object create date/time
channel = Activity type | Type | Call and meeting type
outcome = Call outcome | Meeting outcome | Task Status
note = Call notes | Note body | Meeting description | Notes | Task Notes ?? Call Title | Meeting name | Task Title
also Associated Company | Associated Company IDs | Associated Contact | Associated Contact IDs | Associated Deal
    | Call Title
also Meeting name | Task Title | Due date | Priority | Call duration | Last modified date | HubSpot Team

# [I] users of the account's settings
list reps
signature User ID, Email, Primary Team
signature First Name, Last Name, Email, Primary Team
signature User ID, First Name, Last Name, Last Active
id = Owner ID | User ID
name = First Name & Last Name | Name
email = Email
team = Primary Team
active = User Status | Status
also Last Active | Role | Seat | Permission Set | Permission Sets | Additional Teams | Invited | Super Admin
    | Partner User
