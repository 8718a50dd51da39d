# English lists of any origin, and lists whose columns are called as the fields are. Everything is [I], knowledge of
# many exports: check against a real one first.
profile generic-en
title English lists of any origin (all entities); also every field under its own name
generic
canonical
null #N/A
null N/A
null NULL
null null

list customers
id = Customer ID | Account ID | Company ID | Customer No | Customer Number | Customer Code | Account Number | ID
name = Customer Name | Company Name | Account Name | Company | Customer | Account | Organization | Organisation | Business Name | Legal Name | Name
credit_code = Credit Code | Unified Social Credit Code | USCC | Registration Number | Tax ID | VAT Number
industry = Industry | Sector | Industry Name
industry_code = Industry Code | SIC Code | NAICS Code
employees = Employees | Number of Employees | No of Employees | Employee Count | Headcount | Company Size
revenue = Revenue | Annual Revenue | Turnover
assets = Assets | Total Assets
currency = Currency | Currency Code
country = Country | Billing Country | Country/Region
province = Province | State | Region | Billing State | State/Region | State/Province
city = City | Town | Billing City
address = Address | Street | Street Address | Billing Street | Address Line 1 | Billing Address
contact = First Name & Last Name | Contact | Contact Name | Contact Person | Primary Contact
mobile = Mobile | Mobile Phone | Cell | Cell Phone | Mobile Number
phone = Phone | Telephone | Phone Number | Tel | Business Phone | Main Phone | Work Phone
email = Email | Email Address | E-mail Address
website = Website | Web | URL | Homepage | Web Site
source = Source | Lead Source | Account Source
level = Level | Rating | Tier | Customer Priority | Grade
needs = Needs | Need | Interests | Product Interest | Requirements
owner = Owner | Account Owner | Sales Rep | Rep | Salesperson | Assigned To | Owner ID | Account Manager
owned_since = Owned Since | Assigned At | Assigned Date
previous_owner = Previous Owner | Former Owner
collaborators = Collaborators | Team Members
pool_since = Pool Since
locked_until = Locked Until
deal_status = Deal Status | Customer Status
created_at = Created At | Created | Created Date | Creation Date | Create Date | Date Created | Created Time
updated_at = Updated At | Updated | Modified | Last Modified | Last Modified Date | Modified Date | Modified Time
last_follow_up_at = Last Follow-up | Last Activity | Last Activity Date | Last Contacted | Last Contact Date
notes = Notes | Note | Description | Comments | Remarks
tags = Tags | Labels
parent_id = Parent | Parent ID | Parent Account | Parent Account ID | Parent Company
value = Value | Customer Value
also Postal Code | ZIP | Zip Code | Fax | Type | Status | Title | Salutation | Job Title | Shipping Address

list contacts
id = Contact ID | ID
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Company Name | Customer Name | Account | Account Name | Organization
name = First Name & Last Name | Contact Name | Full Name | Contact | Name
title = Title | Job Title | Position
mobile = Mobile | Mobile Phone | Cell | Cell Phone | Mobile Number
phone = Phone | Telephone | Phone Number | Work Phone | Business Phone
email = Email | Email Address | E-mail Address
wechat = WeChat | WeChat ID
decision_maker = Decision Maker | Is Decision Maker
also Customer | Company | Company Name | Salutation | Department | Gender | Notes | Owner | City | Country | Lead Status

list reps
id = Rep ID | Employee ID | Employee Number | User ID | ID
name = First Name & Last Name | Rep Name | Full Name | User Name | Rep | Salesperson | Sales Rep | Name
email = Email | Email Address | Work Email
team = Team | Department | Group | Division
manager_email = Manager Email | Supervisor Email
active = Active | Is Active | Enabled | Status
starts_on = Starts On | Start Date | Hire Date
ends_on = Ends On | End Date | Termination Date
leave = Leave | Vacation | Absences
industries = Industries
sizes = Sizes
regions = Regions | Territories | Territory
needs = Needs | Skills
claim_limit = Claim Limit
intake_limit = Intake Limit
holding_limit = Holding Limit
aliases = Aliases | Other IDs
also Phone | Mobile | Title | Job Title | Manager | Role | Notes

list follow-ups
id = Follow-up ID | Activity ID | Task ID | ID
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Account | Customer Name | Company Name | Account Name | Related To
rep = Rep ID ?? Rep | Owner | Sales Rep | Salesperson | Assigned To | User | Created By
at = At | Date | Follow-up Date | Activity Date | Contacted At | Due Date | Time
recorded_at = Recorded At | Created At | Created Date | Created
channel = Channel | Type | Activity Type | Method
outcome = Outcome | Result
next_at = Next At | Next Follow-up | Next Contact | Next Step Date
note = Note | Notes | Description | Subject | Comments | Body
also Status | Priority | Contact | Subject | Customer

list deals
id = Deal ID | Opportunity ID | Order ID | Order Number | ID
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Account | Customer Name | Company Name | Account Name | Organization
rep = Rep ID ?? Rep | Owner | Deal Owner | Opportunity Owner | Sales Rep | Salesperson | Assigned To
stage = Stage | Deal Stage | Sales Stage | Pipeline Stage
status = Status | Deal Status ?? Stage | Deal Stage | Sales Stage | Pipeline Stage
amount = Amount | Deal Amount | Deal Value | Total | Order Total
currency = Currency | Currency Code
created_at = Created At | Created | Created Date | Create Date | Order Date
closed_at = Closed At | Close Date | Closed Date | Won Date | Won At
also Name | Deal Name | Opportunity Name | Opportunity | Probability | Expected Close Date | Next Step | Lead Source | Customer
values status: open -> open; won -> won; lost -> lost; closed won -> won; closed lost -> lost; in progress -> open
values status from Stage: won -> won; lost -> lost; closed won -> won; closed lost -> lost; * -> open
values status from Deal Stage: won -> won; lost -> lost; closed won -> won; closed lost -> lost; * -> open
values status from Sales Stage: won -> won; lost -> lost; closed won -> won; closed lost -> lost; * -> open
values status from Pipeline Stage: won -> won; lost -> lost; closed won -> won; closed lost -> lost; * -> open

list payments
id = Payment ID | Payment Number | Receipt Number | Transaction ID | ID
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Account | Customer Name | Company Name | Account Name | Payer
deal = Deal ID | Opportunity ID | Deal | Order ID | Order Number | Contract Number
rep = Rep ID ?? Rep | Owner | Sales Rep | Salesperson
paid_at = Paid At | Payment Date | Paid On | Paid Date | Date Paid | Received Date | Date
amount = Amount | Payment Amount | Amount Paid | Amount Received
currency = Currency | Currency Code
status = Status | Payment Status
also Payment Method | Method | Invoice Number | Reference | Notes | Customer

list claims
id = Claim ID | Request ID | ID
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Account | Customer Name | Company Name | Account Name
rep = Rep ID ?? Rep | Claimed By | Requested By | Requester | Sales Rep | Salesperson
requested_at = Requested At | Requested | Request Date | Claimed At | Claim Date | Submitted At | Date | Time
status = Status | Claim Status
also Reason | Notes | Department | Customer
