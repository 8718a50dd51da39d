# Pipedrive: lists and account exports; every column is called `Entity - Field`.
# [S] read in the product's own field reference and in published programs that read real exports, [I] inference: check
# against a real export first. The columns of the user's language and of own fields are as people named them.
profile pipedrive
title Pipedrive (organizations, people, deals, activities)
# [S] 2026-11-23 or 2026-11-23 14:05:00.
dates ymd
decimal .

# [S] but for Employee count and Add time, which are [I]
list customers
signature Organization - Name, Organization - Owner
signature Organization - Name, Organization - ID
signature Organization - Name, Organization - Address
signature Organization - Name, Organization - Organization created
id = Organization - ID | Organization - Pipedrive System ID
name = Organization - Name
credit_code = Organization - TAX ID
industry = Organization - Industry
employees = Organization - Number of employees | Organization - Employee count
revenue = Organization - Annual revenue
country = Organization - Country of Address
province = Organization - State/county of Address | Organization - Region of Address
city = Organization - City/town/village/locality of Address
address = Organization - Full/combined address of Address | Organization - Address
website = Organization - Website
level = Organization - Label
owner = Organization - Owner
created_at = Organization - Organization created | Organization - Creation date | Organization - Add time
updated_at = Organization - Update time
last_follow_up_at = Organization - Last activity date
tags = Organization - Labels
also Organization - Address | Organization - Visible to | Organization - People | Organization - Open deals
also Organization - Won deals | Organization - Lost deals | Organization - Closed deals
    | Organization - Total activities
also Organization - Done activities | Organization - Activities to do | Organization - Next activity date
also Organization - ZIP/Postal code of Address | Organization - House number of Address | Organization - Followers
also Organization - Street/road name of Address | Organization - Apartment/suite no of Address | Person name
also Organization - District/sublocality of Address | Organization - Region of Address
also Organization - LinkedIn profile | Organization - Email messages count | Organization - Profile picture

# [S]
list contacts
signature Person - Name, Person - Organization
signature Person - Name, Person - Owner
signature Person - Name, Person - ID
signature Person - Name, Organization name
signature Person - Last name, Person - Organization
id = Person - ID | Person - Pipedrive System ID
customer = Person - Organization ID ?? Person - Organization | Organization name | Organization - Name
name = Person - Name | Person - First name & Person - Last name
title = Person - Job title
mobile = Person - Phone - Mobile | Person - Phone (Mobile)
phone = Person - Phone - Work | Person - Phone (Work) | Person - Phone
email = Person - Email - Work | Person - Email (Work) | Person - Email
also Person - Organization | Person - First name | Person - Last name | Person - Label | Person - Labels
    | Person - Owner
also Person - Email - Home | Person - Email - Other | Person - Phone - Home | Person - Phone - Other
also Person - Email (Home) | Person - Email (Other) | Person - Phone (Home) | Person - Phone (Other)
also Person - Person created | Person - Creation date | Person - Update time | Person - Visible to | Person - Notes
also Person - Open deals | Person - Closed deals | Person - Won deals | Person - Lost deals | Person - Birthday
also Person - Next activity date | Person - Last activity date | Person - Total activities | Person - Done activities
also Person - Activities to do | Person - Instant messenger | Person - Postal address | Person - Email messages count

# [S] Status is Open, Won or Lost in a word; a won and a lost deal have their own times.
list deals
signature Deal - Title, Deal - Stage
signature Deal - Title, Deal - Status
signature Deal - Title, Deal - Organization
signature Deal - Title, Deal - Value
id = Deal - ID | Deal - Pipedrive System ID
customer = Deal - Organization ID ?? Deal - Organization | Organization - Name | Organization
rep = Deal - Owner
stage = Deal - Stage | Deal - Stage (pipeline)
status = Deal - Status
amount = Deal - Value
currency = Deal - Currency of Value
created_at = Deal - Deal created | Deal - Creation date
closed_at = Deal - Won time ?? Deal - Lost time ?? Deal - Deal closed on | Deal - Closed on
also Deal - Organization | Deal - Title | Deal - Creator | Deal - Pipeline | Deal - Label | Deal - Probability
also Deal - Weighted value | Deal - Currency of Weighted value | Deal - Contact person | Deal - Contact person ID
also Deal - Update time | Deal - Last stage change | Deal - Next activity date | Deal - Last activity date
also Deal - Lost time | Deal - Deal closed on | Deal - Closed on | Deal - Lost reason | Deal - Visible to
also Deal - Expected close date | Deal - Total activities | Deal - Done activities | Deal - Activities to do
also Deal - Email messages count | Deal - Product quantity | Deal - Product amount | Deal - Product name
also Deal - Source origin | Deal - Source origin ID | Deal - Source channel | Deal - Source channel ID
also Deal - Archive status | Deal - Archive time | Deal - Last email received | Deal - Last email sent | Contact person
values status: won -> won; lost -> lost; open -> open; deleted -> lost

# [S]
list follow-ups
signature Activity - Subject, Activity - Type
signature Activity - Subject, Activity - Due date
id = Activity - ID | Activity - Pipedrive System ID
customer = Activity - Organization ID ?? Activity - Organization | Organization - Name | Organization
rep = Activity - Assigned to user | Activity - Owner
at = Activity - Marked as done time ?? Activity - Due date
recorded_at = Activity - Add time | Activity - Creation date
channel = Activity - Type
outcome = Activity - Done
note = Activity - Note ?? Activity - Subject
also Activity - Organization | Activity - Subject | Activity - Due date | Activity - Due time | Activity - Duration
also Activity - Deal | Activity - Contact person | Activity - Creator | Deal | Lead | Contact person | Organization
