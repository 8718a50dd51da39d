# Microsoft Dynamics 365 (Dataverse): lists exported to Excel or CSV by their labels or their column names, and data.xml
# of the configuration migration tool.
# [S] read in documentation or in published programs that read these files, [I] inference: check against a real export
# first. No real file was at hand.
profile dynamics365
title Microsoft Dynamics 365 (accounts, leads, contacts, users, activities, opportunities; Excel, CSV, data.xml)
# [I] data.xml has ISO times; lists follow the user's locale, which is found by column.
dates ymd
decimal .

# [S] (Do Not Modify) …, Account Name, Main Phone, Address 1: City …, Primary Contact, Relationship Type, and the column
# names of the same; [I] the rest. Industries: [S] the 33 labels, [I] that they are numbered by the alphabet.
list customers
signature (Do Not Modify) Account
signature Account Name, Main Phone, Primary Contact
signature Account Name, Main Phone, Address 1: City
signature Account Name, Address 1: City, Owner
signature accountid, name, ownerid
signature name, telephone1, ownerid
id = (Do Not Modify) Account | accountid | Account ?? Gonghai ID
name = Account Name | name
credit_code = unifiedsocialcreditcode | Gonghai Credit Code
industry = Industry | industrycode
industry_code = Gonghai Industry
sic_code = SIC Code | sic
employees = Number of Employees | No. of Employees | numberofemployees
revenue = Annual Revenue | revenue
currency = Currency | transactioncurrencyid
country = Address 1: Country/Region | address1_country | Country/Region
province = Address 1: State/Province | address1_stateorprovince | State/Province
city = Address 1: City | address1_city | City
address = Address 1: Street 1 + Address 1: Street 2 | address1_line1 + address1_line2 | Address 1 | Street
contact = Primary Contact | primarycontactid ?? Gonghai Contact
mobile = Gonghai Mobile
phone = Main Phone | telephone1 | Phone
email = Email | emailaddress1 | Email (Primary Contact) | Email (Primary Contact) (Contact)
website = Website | websiteurl
level = Category | accountcategorycode | Rating
needs = Gonghai Needs
owner = Owner | ownerid
created_at = Created On | createdon
updated_at = (Do Not Modify) Modified On | Modified On | modifiedon
notes = Description | description
parent_id = Parent Account | parentaccountid
also (Do Not Modify) Row Checksum | Account Number | accountnumber | Relationship Type | customertypecode | Status
also Status Reason | statecode | statuscode | Address 1: ZIP/Postal Code | address1_postalcode | Fax | fax
also Address 1: Street 2 | address1_line2 | Ticker Symbol | Ownership | Territory | Other Phone | Credit Limit
also Modified On | Modified By | Created By | ownershipcode | tickersymbol | Credit Hold | Preferred Method of Contact
values industry: 1 -> Accounting; 2 -> Agriculture and Non-petrol Natural Resource Extraction
values industry: 3 -> Broadcasting Printing and Publishing; 4 -> Brokers; 5 -> Building Supply Retail
values industry: 6 -> Business Services; 7 -> Consulting; 8 -> Consumer Services
values industry: 9 -> Design, Direction and Creative Management; 10 -> Distributors, Dispatchers and Processors
values industry: 11 -> Doctor's Offices and Clinics; 12 -> Durable Manufacturing; 13 -> Eating and Drinking Places
values industry: 14 -> Entertainment Retail; 15 -> Equipment Rental and Leasing; 16 -> Financial
values industry: 17 -> Food and Tobacco Processing; 18 -> Inbound Capital Intensive Processing
values industry: 19 -> Inbound Repair and Services; 20 -> Insurance; 21 -> Legal Services
values industry: 22 -> Non-Durable Merchandise Retail; 23 -> Outbound Consumer Service
values industry: 24 -> Petrochemical Extraction and Distribution; 25 -> Service Retail; 26 -> SIG Affiliations
values industry: 27 -> Social Services; 28 -> Special Outbound Trade Contractors; 29 -> Specialty Realty
values industry: 30 -> Transportation; 31 -> Utility Creation and Distribution; 32 -> Vehicle Retail; 33 -> Wholesale
values level: 1 -> A; 2 -> B; Preferred Customer -> A; Standard -> B
# Written for its import of accounts from CSV. [S] the labels without Gonghai, [I] that a blank (Do Not Modify) Account
# makes an account and that an owner is found by name; Gonghai columns are fields that you add, or leave out.
write (Do Not Modify) Account | Account Name | Main Phone | Email | Website | Address 1: Street 1 | Address 1: City
    | Address 1: State/Province | Address 1: Country/Region | Industry | Number of Employees | Annual Revenue
    | Currency | Category | Owner | Description | Gonghai ID | Gonghai Industry | Gonghai Credit Code | Gonghai Contact
    | Gonghai Mobile | Gonghai Needs
form Number of Employees = integer
form Owner = text
words level: Preferred Customer; Standard
words industry: Durable Manufacturing; Non-Durable Merchandise Retail; Business Services; Wholesale; Transportation
words industry: Financial; Insurance; Brokers; Eating and Drinking Places; Specialty Realty; Accounting; Consulting
words industry: Agriculture and Non-petrol Natural Resource Extraction; Utility Creation and Distribution
words industry: Special Outbound Trade Contractors; Food and Tobacco Processing; Vehicle Retail; Social Services
words industry: Doctor's Offices and Clinics; Equipment Rental and Leasing; Legal Services; Consumer Services
words industry: Broadcasting Printing and Publishing; Petrochemical Extraction and Distribution

# [I] Leads: a company that is no account yet
list customers
signature (Do Not Modify) Lead
signature leadid, companyname
id = (Do Not Modify) Lead | leadid
name = Company Name | companyname ?? First Name & Last Name | firstname & lastname | Name | fullname
industry = Industry | industrycode
employees = No. of Employees | Number of Employees | numberofemployees
revenue = Annual Revenue | revenue
country = Country/Region | address1_country
province = State/Province | address1_stateorprovince
city = City | address1_city
address = Street 1 | address1_line1
contact = First Name & Last Name | firstname & lastname | Name | fullname
mobile = Mobile Phone | mobilephone
phone = Business Phone | telephone1
email = Email | emailaddress1
website = Website | websiteurl
source = Lead Source | leadsourcecode
level = Rating | leadqualitycode
needs = Topic | subject
owner = Owner | ownerid
created_at = Created On | createdon
updated_at = (Do Not Modify) Modified On | Modified On | modifiedon
notes = Description | description
also (Do Not Modify) Row Checksum | Status | Status Reason | statecode | statuscode | Job Title | ZIP/Postal Code
also Modified On | Company Name | Name

# [S] (Do Not Modify) Contact …, Full Name, Job Title, Business Phone, Company Name; column names of the same
list contacts
signature (Do Not Modify) Contact
signature Full Name, Company Name, Business Phone
signature contactid, lastname
signature lastname, parentcustomerid
id = (Do Not Modify) Contact | contactid | Contact
customer = parentcustomerid | Company Name | parentcustomeridname | Account Name | Company
name = Full Name | fullname | First Name & Last Name | firstname & lastname
title = Job Title | jobtitle
mobile = Mobile Phone | mobilephone
phone = Business Phone | telephone1
email = Email | emailaddress1
decision_maker = accountrolecode
also (Do Not Modify) Row Checksum | (Do Not Modify) Modified On | First Name | Last Name | firstname | lastname | Owner
also ownerid | Address 1: City | address1_city | Address 1: Country/Region | address1_country | Status | statecode
also Created On | createdon | Modified On | modifiedon | Description | Department | Role | Address 1: Street 1
also Address 1: ZIP/Postal Code | Preferred Method of Contact
values decision_maker from accountrolecode: 1 -> yes; 2 -> no; 3 -> no

# [I] what resolves an owner's GUID into a person
list reps
signature (Do Not Modify) User
signature systemuserid, fullname
signature systemuserid, internalemailaddress
id = (Do Not Modify) User | systemuserid | User
name = Full Name | fullname
email = Primary Email | internalemailaddress
team = Business Unit | businessunitid
active = Status | isdisabled
manager_email = Manager Email
also (Do Not Modify) Row Checksum | (Do Not Modify) Modified On | User Name | domainname | Title | Site | Main Phone
also Manager | parentsystemuserid | First Name | Last Name
values active from isdisabled: true -> no; 1 -> no; false -> yes; 0 -> yes

# [I] activities (phone calls, tasks, appointments): Regarding may name an opportunity, which waits until it resolves.
list follow-ups
signature (Do Not Modify) Activity
signature (Do Not Modify) Phone Call
signature (Do Not Modify) Task
signature (Do Not Modify) Appointment
signature activityid, regardingobjectid
signature Subject, Regarding, Activity Type
signature Subject, Regarding, Activity Status
id = (Do Not Modify) Activity | (Do Not Modify) Phone Call | (Do Not Modify) Task | (Do Not Modify) Appointment
    | activityid
customer = Regarding | regardingobjectid
rep = Owner | ownerid
at = Actual End | actualend ?? Actual Start | actualstart ?? Start Date | scheduledstart ?? Due Date | scheduledend
recorded_at = Created On | createdon
channel = Activity Type | activitytypecode
outcome = Activity Status | statecode
note = Description | description ?? Subject | subject
also (Do Not Modify) Row Checksum | (Do Not Modify) Modified On | Subject | subject | Priority | Due Date | Start Date
also Status Reason | Actual End | Duration | Direction | Call To | Call From | Phone Number
values channel: phonecall -> phone; Phone Call -> phone; task -> task; appointment -> visit; Appointment -> visit

# [I] labels, and the statecode of opportunities: 0 open, 1 won, 2 lost
list deals
signature (Do Not Modify) Opportunity
signature opportunityid, statecode
signature Topic, Potential Customer, Est. Revenue
signature Topic, Account, Est. Close Date
id = (Do Not Modify) Opportunity | opportunityid | Opportunity
customer = parentaccountid | customerid | Account | Potential Customer
rep = Owner | ownerid
stage = Pipeline Phase | Sales Stage | stepname | salesstagecode
status = Status | statecode
amount = Actual Revenue | actualvalue ?? Est. Revenue | estimatedvalue
currency = Currency | transactioncurrencyid
created_at = Created On | createdon
closed_at = Actual Close Date | actualclosedate
also (Do Not Modify) Row Checksum | (Do Not Modify) Modified On | Topic | name | Est. Close Date | estimatedclosedate
also Est. Revenue | estimatedvalue | Probability | closeprobability | Rating | Status Reason | statuscode | Contact
also Potential Customer | Modified On | Description
values status: Won -> won; 1 -> won; Lost -> lost; 2 -> lost; * -> open

# data.xml. [S] of third parties: entity, records, record, field with value=, lookups with lookupentityname=.
list customers
record entity[@name='account']/records/record
signature field[@name='name']/@value
id = @id
name = field[@name='name']/@value
industry = field[@name='industrycode']/@value
sic_code = field[@name='sic']/@value
employees = field[@name='numberofemployees']/@value
revenue = field[@name='revenue']/@value
currency = field[@name='transactioncurrencyid']/@lookupentityname
country = field[@name='address1_country']/@value
province = field[@name='address1_stateorprovince']/@value
city = field[@name='address1_city']/@value
address = field[@name='address1_line1']/@value + field[@name='address1_line2']/@value
contact = field[@name='primarycontactid']/@lookupentityname
phone = field[@name='telephone1']/@value
email = field[@name='emailaddress1']/@value
website = field[@name='websiteurl']/@value
level = field[@name='accountcategorycode']/@value
owner = field[@name='ownerid']/@value ?? field[@name='ownerid']/@lookupentityname
created_at = field[@name='createdon']/@value
updated_at = field[@name='modifiedon']/@value
notes = field[@name='description']/@value
parent_id = field[@name='parentaccountid']/@value
also field[@name='accountid']/@value | field[@name='ownerid']/@lookupentity | field[@name='ownerid']/@lookupentityname
also field[@name='accountnumber']/@value | field[@name='customertypecode']/@value | field[@name='statecode']/@value
also field[@name='primarycontactid']/@value | field[@name='primarycontactid']/@lookupentity
also field[@name='parentaccountid']/@lookupentity | field[@name='parentaccountid']/@lookupentityname
also field[@name='transactioncurrencyid']/@value | field[@name='transactioncurrencyid']/@lookupentity
also field[@name='statuscode']/@value | field[@name='address1_postalcode']/@value | field[@name='fax']/@value
values industry: 1 -> Accounting; 2 -> Agriculture and Non-petrol Natural Resource Extraction
values industry: 3 -> Broadcasting Printing and Publishing; 4 -> Brokers; 5 -> Building Supply Retail
values industry: 6 -> Business Services; 7 -> Consulting; 8 -> Consumer Services
values industry: 9 -> Design, Direction and Creative Management; 10 -> Distributors, Dispatchers and Processors
values industry: 11 -> Doctor's Offices and Clinics; 12 -> Durable Manufacturing; 13 -> Eating and Drinking Places
values industry: 14 -> Entertainment Retail; 15 -> Equipment Rental and Leasing; 16 -> Financial
values industry: 17 -> Food and Tobacco Processing; 18 -> Inbound Capital Intensive Processing
values industry: 19 -> Inbound Repair and Services; 20 -> Insurance; 21 -> Legal Services
values industry: 22 -> Non-Durable Merchandise Retail; 23 -> Outbound Consumer Service
values industry: 24 -> Petrochemical Extraction and Distribution; 25 -> Service Retail; 26 -> SIG Affiliations
values industry: 27 -> Social Services; 28 -> Special Outbound Trade Contractors; 29 -> Specialty Realty
values industry: 30 -> Transportation; 31 -> Utility Creation and Distribution; 32 -> Vehicle Retail; 33 -> Wholesale
values level: 1 -> A; 2 -> B
# Written for the configuration migration tool, whose data_schema.xml you keep. [S] the elements, [I] that it takes a
# record of any GUID: a customer it does not know gets one that holds our id.
within entities
write @id | field[@name='name']/@value | field[@name='industrycode']/@value | field[@name='numberofemployees']/@value
    | field[@name='revenue']/@value | field[@name='transactioncurrencyid']/@lookupentityname
    | field[@name='address1_country']/@value | field[@name='address1_stateorprovince']/@value
    | field[@name='address1_city']/@value | field[@name='address1_line1']/@value | field[@name='telephone1']/@value
    | field[@name='emailaddress1']/@value | field[@name='websiteurl']/@value
    | field[@name='accountcategorycode']/@value | field[@name='ownerid']/@value
    | field[@name='ownerid']/@lookupentity = systemuser | field[@name='description']/@value
form @id = guid
form field[@name='numberofemployees']/@value = integer
values currency: Chinese Yuan -> CNY; Yuan Renminbi -> CNY; 人民币 -> CNY; US Dollar -> USD; Euro -> EUR; Pound Sterling -> GBP

list contacts
record entity[@name='contact']/records/record
signature field[@name='lastname']/@value
signature field[@name='fullname']/@value
id = @id
customer = field[@name='parentcustomerid']/@value
name = field[@name='fullname']/@value | field[@name='firstname']/@value & field[@name='lastname']/@value
title = field[@name='jobtitle']/@value
mobile = field[@name='mobilephone']/@value
phone = field[@name='telephone1']/@value
email = field[@name='emailaddress1']/@value
also field[@name='contactid']/@value | field[@name='parentcustomerid']/@lookupentity
also field[@name='parentcustomerid']/@lookupentityname | field[@name='firstname']/@value
also field[@name='lastname']/@value | field[@name='ownerid']/@value | field[@name='ownerid']/@lookupentity
also field[@name='ownerid']/@lookupentityname | field[@name='statecode']/@value

list reps
record entity[@name='systemuser']/records/record
signature field[@name='fullname']/@value
signature field[@name='internalemailaddress']/@value
id = @id
name = field[@name='fullname']/@value
email = field[@name='internalemailaddress']/@value
team = field[@name='businessunitid']/@lookupentityname
active = field[@name='isdisabled']/@value
also field[@name='systemuserid']/@value | field[@name='domainname']/@value | field[@name='businessunitid']/@value
also field[@name='businessunitid']/@lookupentity
values active: true -> no; 1 -> no; false -> yes; 0 -> yes

list deals
record entity[@name='opportunity']/records/record
signature field[@name='statecode']/@value
signature field[@name='name']/@value
id = @id
customer = field[@name='parentaccountid']/@value ?? field[@name='customerid']/@value
rep = field[@name='ownerid']/@value ?? field[@name='ownerid']/@lookupentityname
stage = field[@name='stepname']/@value
status = field[@name='statecode']/@value
amount = field[@name='actualvalue']/@value ?? field[@name='estimatedvalue']/@value
currency = field[@name='transactioncurrencyid']/@lookupentityname
created_at = field[@name='createdon']/@value
closed_at = field[@name='actualclosedate']/@value
also field[@name='opportunityid']/@value | field[@name='name']/@value | field[@name='estimatedclosedate']/@value
also field[@name='ownerid']/@lookupentity | field[@name='ownerid']/@lookupentityname
also field[@name='parentaccountid']/@lookupentity | field[@name='parentaccountid']/@lookupentityname
also field[@name='customerid']/@lookupentity | field[@name='customerid']/@lookupentityname
also field[@name='estimatedvalue']/@value | field[@name='statuscode']/@value
values status: 0 -> open; 1 -> won; 2 -> lost; * -> open
values currency: Chinese Yuan -> CNY; Yuan Renminbi -> CNY; 人民币 -> CNY; US Dollar -> USD; Euro -> EUR; Pound Sterling -> GBP
