# English lists of any origin, and lists whose columns are called as the fields are: a table of the words that systems and
# hand-made sheets have for the same thing, the usual one first. Everything is [I], knowledge of many exports: check
# against a real one first.
profile generic-en
title English lists of any origin (all entities); also every field under its own name
generic
canonical
null #N/A
null N/A
null NULL
null null
null N/a
null n/a
null None
null none
null (blank)
null -
null --

list customers
skip * = Total | Totals | Grand Total | Subtotal
id = Customer ID | Account ID | Company ID | Organization ID | Client ID | Record ID | Customer No | Customer No.
    | Customer Number | Customer Code | Client Code | Client Number | External ID | Account Number | Account No | ID
name = Customer Name | Company Name | Account Name | Company | Customer | Account | Organization | Organisation
    | Organization Name | Organisation Name | Business Name | Legal Name | Company Legal Name | Registered Name | Client
    | Client Name | Firm | Firm Name | Trading Name | Business | Employer | Name
credit_code = Credit Code | Unified Social Credit Code | USCC | USCI | Registration Number | Company Registration Number
    | Tax ID | Tax Number | VAT Number | VAT ID | VAT
industry = Industry | Sector | Industry Name | Industry Type | Primary Industry | Business Sector | Vertical
    | Line of Business
industry_code = Industry Code
naics_code = NAICS Code | NAICS | Primary NAICS Code | Primary NAICS | NAICS 2022 | NAICS 2017 | NAICS Code 1 | NAICS1
sic_code = SIC Code | SIC | Primary SIC Code | Primary SIC | US SIC | UK SIC | UK SIC Code | SIC 2007 | SIC Code 1 | SIC1
    | SICCode.SicText_1
isic_code = ISIC Code | ISIC | ISIC Rev.4 | ISIC Rev 4 | ISIC4
nace_code = NACE Code | NACE | NACE Rev.2 | NACE Rev. 2 | NACE Rev 2 | Primary NACE | NACE2
employees = Employees | Number of Employees | No of Employees | No. of Employees | Num of Employees | Num Employees
    | NumEmployees | NumEmp | # Employees | Employee Count | Employees Total | Total Employees | Employee Range
    | Headcount | Company Size | Staff | Size
revenue = Revenue | Annual Revenue | Yearly Revenue | Total Revenue | Annual Sales | Sales Volume | Turnover
    | Annual Turnover | Revenue Range
assets = Assets | Total Assets
currency = Currency | Currency Code
country = Country | Billing Country | Country/Region | Country Name | Country Code
province = Province | State | Region | County | Billing State | State/Region | State/Province | Province/State
    | Billing State/Province
city = City | Town | Billing City | City/Town | Town/City | Locality
address = Address | Street | Street Address | Billing Street | Address Line 1 | Address 1 | Street 1 | Billing Address
    | Full Address | Mailing Address | Office Address
contact = First Name & Last Name | Contact | Contact Name | Contact Person | Primary Contact | Main Contact
    | Contact Full Name | Key Contact
mobile = Mobile | Mobile Phone | Cell | Cell Phone | Mobile Number | Mobile No | Cellphone | Contact Mobile
phone = Phone | Telephone | Phone Number | Tel | Tel. | Phone 1 | Business Phone | Main Phone | Work Phone
    | Office Phone | Company Phone | Telephone Number | Phone No | Contact Phone
email = Email | Email Address | E-mail Address | Primary Email | Work Email | Business Email | Contact Email
    | Company Email | Email 1 | Mail
website = Website | Web | URL | Homepage | Web Site | Web Address | Company Website | Domain | Website URL
source = Source | Lead Source | Account Source | Customer Source | Channel | Acquisition Channel
level = Level | Rating | Tier | Customer Tier | Account Tier | Customer Level | Customer Priority | Priority | Grade
    | Class | Account Rating
needs = Needs | Need | Interests | Interest | Product Interest | Requirements | Interested In
owner = Owner | Account Owner | Company Owner | Record Owner | Owner Name | Sales Rep | Sales Representative | Rep
    | Rep Name | Salesperson | Sales Person | Assigned To | Assigned User | Assignee | Owner ID | Account Manager
    | Account Executive | Relationship Manager | Responsible | Responsible Person
owned_since = Owned Since | Assigned At | Assigned On | Assigned Date | Date Assigned | Owner Since
previous_owner = Previous Owner | Former Owner | Prior Owner | Last Owner
collaborators = Collaborators | Team Members
pool_since = Pool Since
locked_until = Locked Until
deal_status = Deal Status | Customer Status
created_at = Created At | Created | Created On | Created Date | Creation Date | Create Date | Date Created
    | Created Time | Date Added | Added On | Date Entered | Customer Since
updated_at = Updated At | Updated | Updated On | Last Updated | Modified | Modified On | Last Modified
    | Last Modified Date | Last Modified On | Modified Date | Modified Time | Date Modified
last_follow_up_at = Last Follow-up | Last Follow-up Date | Last Activity | Last Activity Date | Last Contacted
    | Last Contact | Last Contact Date | Last Touch | Last Contacted At | Last Interaction
notes = Notes | Note | Description | Comments | Comment | Remarks | Remark | Background
tags = Tags | Labels
parent_id = Parent | Parent ID | Parent Account | Parent Account ID | Parent Company | Parent Organization
    | Parent Customer
value = Value | Customer Value
also Postal Code | Postcode | ZIP | Zip Code | Post Code | ZIP/Postal Code | Billing Zip | Fax | Type | Status | Title
    | Salutation
also Job Title | Shipping Address | Address Line 2 | Address 2 | Department | Contact Title | LinkedIn | Facebook
    | Twitter
also Account Type | Customer Type | Company Type | Founded | Year Founded | Ticker | Ownership | Latitude | Longitude
    | Created By
also Modified By | Stage | Active | First Name | Last Name | Phone 2 | Email 2 | Shipping City | Shipping State
    | Shipping Country

list contacts
id = Contact ID | ID
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Company Name | Customer Name | Account
    | Account Name | Organization
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
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Account | Customer Name | Company Name
    | Account Name | Related To
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
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Account | Customer Name | Company Name
    | Account Name | Organization
rep = Rep ID ?? Rep | Owner | Deal Owner | Opportunity Owner | Sales Rep | Salesperson | Assigned To
stage = Stage | Deal Stage | Sales Stage | Pipeline Stage
status = Status | Deal Status ?? Stage | Deal Stage | Sales Stage | Pipeline Stage
amount = Amount | Deal Amount | Deal Value | Total | Order Total
currency = Currency | Currency Code
created_at = Created At | Created | Created Date | Create Date | Order Date
closed_at = Closed At | Close Date | Closed Date | Won Date | Won At
also Name | Deal Name | Opportunity Name | Opportunity | Probability | Expected Close Date | Next Step | Lead Source
    | Customer
values status: open -> open; won -> won; lost -> lost; closed won -> won; closed lost -> lost; in progress -> open
values status from Stage: won -> won; lost -> lost; closed won -> won; closed lost -> lost; * -> open
values status from Deal Stage: won -> won; lost -> lost; closed won -> won; closed lost -> lost; * -> open
values status from Sales Stage: won -> won; lost -> lost; closed won -> won; closed lost -> lost; * -> open
values status from Pipeline Stage: won -> won; lost -> lost; closed won -> won; closed lost -> lost; * -> open

list payments
id = Payment ID | Payment Number | Receipt Number | Transaction ID | ID
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Account | Customer Name | Company Name
    | Account Name | Payer
deal = Deal ID | Opportunity ID | Deal | Order ID | Order Number | Contract Number
rep = Rep ID ?? Rep | Owner | Sales Rep | Salesperson
paid_at = Paid At | Payment Date | Paid On | Paid Date | Date Paid | Received Date | Date
amount = Amount | Payment Amount | Amount Paid | Amount Received
currency = Currency | Currency Code
status = Status | Payment Status
also Payment Method | Method | Invoice Number | Reference | Notes | Customer

list claims
id = Claim ID | Request ID | ID
customer = Customer ID ?? Company ID ?? Account ID ?? Customer | Company | Account | Customer Name | Company Name
    | Account Name
rep = Rep ID ?? Rep | Claimed By | Requested By | Requester | Sales Rep | Salesperson
requested_at = Requested At | Requested | Request Date | Claimed At | Claim Date | Submitted At | Date | Time
status = Status | Claim Status
also Reason | Notes | Department | Customer
