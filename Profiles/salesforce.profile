# Salesforce: Data Loader exports (API names, in any case) and the column labels of reports.
# [M] measured on a real file, [S] read in documentation, [I] inference: check against a real export first.
profile salesforce
title Salesforce (Account, Contact, User, Task, Opportunity)
# [M] one real file leaves nulls empty, another writes #N/A.
null #N/A
# [M] 2005-11-09 and 2006-04-15T03:23:15.000Z; reports follow the user's locale, which nothing in the file tells [I].
dates ymd
decimal .

# [M] API names; [I] labels. Custom fields end in __c.
list customers
signature NAME, BILLINGCITY, OWNERID
signature NAME, BILLINGCITY, NUMBEROFEMPLOYEES
signature NAME, ANNUALREVENUE, NUMBEROFEMPLOYEES
signature Account Name, Account Owner, Billing City
signature Account ID, Account Name, Account Owner
id = ID | Account ID | GUID
name = NAME | Account Name
credit_code = CREDIT_CODE__C | CREDITCODE__C | UNIFIED_SOCIAL_CREDIT_CODE__C
industry = INDUSTRY
industry_code = NAICSCODE | SIC | SIC Code
employees = NUMBEROFEMPLOYEES | Employees
revenue = ANNUALREVENUE | Annual Revenue
currency = CURRENCYISOCODE | Account Currency
country = BILLINGCOUNTRY | BILLINGCOUNTRYCODE | Billing Country
province = BILLINGSTATE | BILLINGSTATECODE | Billing State/Province | Billing State
city = BILLINGCITY | Billing City
address = BILLINGSTREET | Billing Street | Billing Address Line 1
phone = PHONE | Account Phone
website = WEBSITE
source = ACCOUNTSOURCE | Account Source
level = RATING | Account Rating
owner = OWNERID | Account Owner
created_at = CREATEDDATE | Created Date
updated_at = LASTMODIFIEDDATE | SYSTEMMODSTAMP | Last Modified Date
last_follow_up_at = LASTACTIVITYDATE | Last Activity
notes = DESCRIPTION | Account Description
parent_id = PARENTID | Parent Account ID
also ISDELETED | MASTERRECORDID | TYPE | BILLINGPOSTALCODE | SHIPPINGSTREET | SHIPPINGCITY | SHIPPINGSTATE
also SHIPPINGPOSTALCODE | SHIPPINGCOUNTRY | FAX | ACCOUNTNUMBER | OWNERSHIP | TICKERSYMBOL | SITE | CREATEDBYID
also LASTMODIFIEDBYID | SYSTEMMODSTAMP | SIC | SICDESC | NAICSDESC | JIGSAW | DUNSNUMBER | TRADESTYLE | YEARSTARTED
also BILLINGGEOCODEACCURACY | BILLINGLATITUDE | BILLINGLONGITUDE | SHIPPINGGEOCODEACCURACY | SHIPPINGLATITUDE
also SHIPPINGLONGITUDE | STATUS | ERROR

# [M] API names; [I] labels
list contacts
signature LASTNAME, ACCOUNTID
signature Last Name, Account Name, Mailing City
signature Contact ID, Last Name, Account Name
id = ID | Contact ID | GUID
customer = ACCOUNTID | Account ID | Account Name
name = FIRSTNAME & LASTNAME | NAME
title = TITLE
mobile = MOBILEPHONE | Mobile
phone = PHONE | OTHERPHONE
email = EMAIL
also ISDELETED | MASTERRECORDID | SALUTATION | MAILINGSTREET | MAILINGCITY | MAILINGSTATE | MAILINGPOSTALCODE
also MAILINGCOUNTRY | DEPARTMENT | LEADSOURCE | BIRTHDATE | DESCRIPTION | OWNERID | FAX | HOMEPHONE | REPORTSTOID
also ASSISTANTNAME | ASSISTANTPHONE | OTHERSTREET | OTHERCITY | OTHERSTATE | OTHERPOSTALCODE | OTHERCOUNTRY
also OTHERPHONE | EMAILBOUNCEDREASON | JIGSAW | MAILINGGEOCODEACCURACY | MAILINGLATITUDE | MAILINGLONGITUDE
also OTHERGEOCODEACCURACY | OTHERLATITUDE | OTHERLONGITUDE | CREATEDDATE | CREATEDBYID | LASTMODIFIEDDATE
also LASTMODIFIEDBYID | SYSTEMMODSTAMP | LASTACTIVITYDATE | STATUS | ERROR

# [I] User: what resolves OWNERID into a person
list reps
signature USERNAME, LASTNAME
signature USERNAME, PROFILEID
id = ID | User ID
name = FIRSTNAME & LASTNAME | NAME | Full Name
email = EMAIL
team = DEPARTMENT | DIVISION | USERROLEID
active = ISACTIVE | Active
aliases = EMPLOYEENUMBER | FEDERATIONIDENTIFIER
also USERNAME | ALIAS | TITLE | PROFILEID | MANAGERID | TIMEZONESIDKEY | LOCALESIDKEY | COMPANYNAME | CREATEDDATE
also USERROLEID | LASTMODIFIEDDATE | SYSTEMMODSTAMP | MOBILEPHONE | PHONE | USERTYPE | LASTLOGINDATE

# [I] Task. A WHATID may name an opportunity: such a row waits until it resolves.
list follow-ups
signature WHATID, SUBJECT
id = ID | Activity ID
customer = ACCOUNTID ?? WHATID
rep = OWNERID | Assigned
at = COMPLETEDDATETIME ?? ACTIVITYDATE
recorded_at = CREATEDDATE
channel = TASKSUBTYPE ?? TYPE
outcome = CALLDISPOSITION
note = DESCRIPTION ?? SUBJECT
also ISDELETED | WHOID | STATUS | PRIORITY | ISCLOSED | CREATEDBYID | LASTMODIFIEDDATE | LASTMODIFIEDBYID
also SYSTEMMODSTAMP

# [M] Opportunity. An organisation may rename its stages, so the two marks come before the stage's name;
# CLOSEDATE of an open deal is a plan.
list deals
signature STAGENAME, CLOSEDATE
signature Opportunity Name, Stage, Close Date
id = ID | Opportunity ID
customer = ACCOUNTID | Account ID | Account Name
rep = OWNERID | Opportunity Owner
stage = STAGENAME | Stage
status = ISWON | Won ?? ISCLOSED | Closed ?? STAGENAME | Stage
amount = AMOUNT
currency = CURRENCYISOCODE | Opportunity Currency
created_at = CREATEDDATE | Created Date
closed_at = CLOSEDATE | Close Date
also ISDELETED | NAME | Opportunity Name | DESCRIPTION | PROBABILITY | EXPECTEDREVENUE | TOTALOPPORTUNITYQUANTITY
also TYPE | NEXTSTEP | LEADSOURCE | FORECASTCATEGORY | HASOPPORTUNITYLINEITEM | PRICEBOOKID | PRICEBOOK2ID
also CREATEDBYID | LASTMODIFIEDDATE | LASTMODIFIEDBYID | SYSTEMMODSTAMP | LASTACTIVITYDATE | FISCALQUARTER
also FISCALYEAR | FISCAL | STATUS | ERROR
values status: Closed Won -> won; Closed Lost -> lost; * -> open
values status from ISWON: true -> won; 1 -> won; * ->
values status from Won: true -> won; 1 -> won; * ->
values status from ISCLOSED: true -> lost; 1 -> lost; false -> open; 0 -> open
values status from Closed: true -> lost; 1 -> lost; false -> open; 0 -> open
