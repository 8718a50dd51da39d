# SuiteCRM and SugarCRM: exports by the labels of fields, and by the names of columns where a field has no label.
# [S] read in the product's source (export_utils.php, the modules' labels and picklists), [I] inference: check against a
# real export first. Picklists are exported by their labels, dates and decimals as the user has set them.
profile suitecrm
title SuiteCRM, SugarCRM (accounts, leads, contacts, users, calls, meetings, tasks, opportunities)
# [I] months come first in a new installation; the column tells where it can.
dates mdy
decimal .

# [S] labels, which the export writes without the colon; [I] names of columns
list customers
signature Name, Office Phone, Assigned User
signature Name, Billing Street, Assigned to, Date Created
signature Name, Assigned User Name, Date Modified, Industry
signature name, date_entered, assigned_user_id, phone_office
signature name, date_entered, assigned_user_id, billing_address_city
id = ID | id
name = Name | name | Account Name
industry = Industry | industry
sic_code = SIC Code
employees = Employees | employees
revenue = Annual Revenue | annual_revenue
country = Billing Country | billing_address_country
province = Billing State | billing_address_state
city = Billing City | billing_address_city
address = Billing Street | billing_address_street
phone = Office Phone | phone_office ?? Alternate Phone | Phone Alternate | phone_alternate
email = Email Address | email_address | email1
website = Website | website
level = Rating | rating
owner = assigned_user_id | Assigned User ?? Assigned User Name | assigned_user_name | Assigned to
created_at = Date Created | date_entered
updated_at = Date Modified | date_modified
notes = Description | description
parent_id = Parent Account ID | parent_id | Parent ID
also Assigned User Name | assigned_user_name | Assigned to | Type | Account Type | account_type | Phone Fax | phone_fax
also Billing Postal Code | billing_address_postalcode | Shipping Street | shipping_address_street | Shipping City
also Shipping State | Shipping Postal Code | Shipping Country | shipping_address_city | shipping_address_state
also shipping_address_postalcode | shipping_address_country | Alternate Phone | Phone Alternate | phone_alternate
also Ownership | ownership | Ticker Symbol | ticker_symbol | Campaign ID | campaign_id | Modified By Id | Created By Id
also modified_user_id | created_by | Deleted | deleted | Member of | Email Opt Out | Non Primary E-mails | SIC Code

# [I] Leads
list customers
signature last_name, account_name, lead_source, status
signature Last Name, Account Name, Lead Source, Status, Date Created
id = ID | id
name = Account Name | account_name ?? First Name & Last Name | first_name & last_name
country = Primary Address Country | primary_address_country
province = Primary Address State | primary_address_state
city = Primary Address City | primary_address_city
address = Primary Address Street | primary_address_street
contact = First Name & Last Name | first_name & last_name
mobile = Mobile | phone_mobile
phone = Office Phone | phone_work
email = Email Address | email_address | email1
website = Website | website
source = Lead Source | lead_source
owner = assigned_user_id | Assigned User ?? Assigned User Name | assigned_user_name | Assigned to
created_at = Date Created | date_entered
updated_at = Date Modified | date_modified
notes = Description | description
also Status | status | Status Description | Lead Source Description | Title | title | Department | Salutation
    | salutation
also Do Not Call | Home Phone | phone_home | Other Phone | Fax | Converted | converted | Deleted | deleted

# [I]
list contacts
signature last_name, account_id, date_entered
signature last_name, account_name, date_entered, phone_work
signature Last Name, Account ID, Date Created
signature Last Name, Account Name, Date Created, Office Phone
id = ID | id
customer = Account ID | account_id ?? Account Name | account_name
name = First Name & Last Name | first_name & last_name
title = Title | title
mobile = Mobile | phone_mobile
phone = Office Phone | phone_work
email = Email Address | email_address | email1
also Account Name | account_name | Salutation | salutation | Department | department | Lead Source | lead_source
also Date Created | date_entered | Date Modified | date_modified | Assigned User Name | Assigned User | Assigned to
also assigned_user_id | assigned_user_name | Primary Address Street | Primary Address City | Primary Address State
also Primary Address Postal Code | Primary Address Country | Description | description | Do Not Call | Birthdate
also Home Phone | Other Phone | Fax | Reports To | Deleted | deleted | Assistant | Modified By Id | Created By Id

# [I]
list reps
signature user_name, last_name, status
signature Username, Last Name, Status, Department
signature User Name, Last Name, Employee Status
id = ID | id
name = First Name & Last Name | first_name & last_name
email = Email Address | email_address | email1
team = Department | department
active = Employee Status | employee_status ?? Status | status
also user_name | Username | User Name | Title | title | Reports To | reports_to_id | Office Phone | Mobile
    | Is Administrator
also is_admin | Date Entered | date_entered | Date Modified | date_modified | Status | status

# [I] calls, meetings and tasks: the parent may be an account or anything else.
list follow-ups
signature parent_type, parent_id, date_entered
signature parent_type, parent_id, date_modified
signature Subject, Related to, Start Date, Assigned User
id = ID | id
customer = parent_id | Parent ID | Related to
rep = assigned_user_id | Assigned User ?? Assigned User Name | assigned_user_name | Assigned to
at = date_start | Start Date | Start Date & Time ?? date_due | Due Date
recorded_at = date_entered | Date Created
channel = direction | Direction
outcome = status | Status
note = description | Description ?? name | Subject
also name | Subject | parent_type | Parent Type | date_end | date_modified | duration_hours | duration_minutes
    | priority
also Priority | Due Date | date_due | contact_id | Contact Name | deleted | Duration Hours | Duration Minutes

# [S] stages and labels; a stage's label differs from its key only where it is not an end
list deals
signature sales_stage, date_closed
signature Sales Stage, Expected Close Date, Opportunity Amount
signature Opportunity Name, Sales Stage, Expected Close Date
id = ID | id
customer = account_id | Account ID ?? account_name | Account Name
rep = assigned_user_id | Assigned User ?? Assigned User Name | assigned_user_name | Assigned to
stage = sales_stage | Sales Stage
status = sales_stage | Sales Stage
amount = amount | Opportunity Amount | Amount
currency = Currency | currency_id
created_at = date_entered | Date Created
closed_at = date_closed | Expected Close Date
also name | Opportunity Name | account_name | Account Name | opportunity_type | Type | lead_source | Lead Source | Name
also probability | Probability (%) | next_step | Next Step | description | Description | date_modified | Date Modified
also amount_usdollar | Amount | campaign_id | deleted | Assigned User Name | Assigned to | Modified By Id
    | Created By Id
values status: Closed Won -> won; Closed Lost -> lost; * -> open
