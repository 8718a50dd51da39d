# EspoCRM: CSV exports, whose header is the names of the attributes, and Excel exports, whose header is their labels.
# [S] read in the product's source (the CSV writer, which also puts `'` before + - @ =; the labels in English and Chinese;
# the picklists), [I] inference: check against a real export first.
profile espocrm
title EspoCRM (accounts, leads, contacts, users, calls, meetings, tasks, opportunities)
# [I] 2026-11-23 14:05:00
dates ymd
decimal .

# [S] that the CSV has the attributes' names, and the names of the fields; [I] which attributes a field is made of.
list customers
signature name, assignedUserName, billingAddressCity
signature name, assignedUserId, sicCode
signature name, emailAddress, billingAddressCity
signature name, assignedUserId, billingAddressStreet, phoneNumber
signature 名称, Sic代码
signature 名称, 已指派用户, 账单地址
signature Name, Sic Code, Assigned User
id = id
name = name | 名称
industry = industry | 行业
sic_code = sicCode | Sic代码
country = billingAddressCountry | Billing Address Country
province = billingAddressState | Billing Address State
city = billingAddressCity | Billing Address City
address = billingAddressStreet | Billing Address Street | 账单地址 | Billing Address
phone = phoneNumber | 电话 | Phone
email = emailAddress | 电子邮件 | Email
website = website | 网站
level = rating
owner = assignedUserId ?? assignedUserName | 已指派用户 | Assigned User
created_at = createdAt | 创建于 | Created At
updated_at = modifiedAt | 修改于 | Modified At
notes = description | 描述
also deleted | type | 类型 | billingAddressPostalCode | shippingAddressStreet | shippingAddressCity | createdById
also shippingAddressState | shippingAddressCountry | shippingAddressPostalCode | createdByName | modifiedById
also modifiedByName | assignedUserName | campaignId | campaignName | originalLeadId | originalLeadName | teamsIds
also teamsNames | emailAddressIsOptedOut | 邮寄地址 | Shipping Address | 创建者 | 修改者 | 团队 | targetListIsOptedOut
# [S] three of the Chinese words for industries are slips of the translation; they are undone here.
values industry from 行业: 医药 -> Hospitality; 百货 -> Marketing; 邮寄 -> Shipping

# [I] Leads: companies that are no accounts yet
list customers
signature accountName, assignedUserId, status, source
signature accountName, assignedUserName, status, source
id = id
name = accountName ?? firstName & lastName | name
industry = industry
country = addressCountry
province = addressState
city = addressCity
address = addressStreet
contact = firstName & lastName | name
phone = phoneNumber
email = emailAddress
website = website
source = source
owner = assignedUserId ?? assignedUserName
created_at = createdAt
updated_at = modifiedAt
notes = description
also name | status | title | salutationName | addressPostalCode | assignedUserName | opportunityAmount | doNotCall
also deleted | createdById | createdByName | modifiedById | modifiedByName | campaignId | campaignName | convertedAt

# [S]
list contacts
signature lastName, accountId, emailAddress
signature lastName, accountId, createdAt
signature name, accountName, accountId, emailAddress
signature lastName, accountName, emailAddress
id = id
customer = accountId ?? accountName
name = firstName & lastName | name
title = title
phone = phoneNumber
email = emailAddress
decision_maker = opportunityRole
also name | accountName | accountType | accountRole | salutationName | description | doNotCall | assignedUserId
    | deleted
also assignedUserName | addressStreet | addressCity | addressState | addressCountry | addressPostalCode | createdAt
also modifiedAt | createdById | createdByName | modifiedById | modifiedByName | teamsIds | teamsNames | accountsIds
values decision_maker: Decision Maker -> yes; * -> no

# [I]
list reps
signature userName, lastName, emailAddress
signature userName, isActive
id = id
name = firstName & lastName | name
email = emailAddress
team = defaultTeamName | teamsNames | defaultTeamId
active = isActive
also userName | type | title | phoneNumber | salutationName | name | createdAt | modifiedAt | gender | rolesNames

# [I] calls and meetings have a dateStart, tasks a dateCompleted; the parent may be an account or anything else.
list follow-ups
signature parentId, parentType, createdAt
signature parentType, parentName, assignedUserName
id = id
customer = accountId ?? parentId ?? accountName ?? parentName
rep = assignedUserId ?? assignedUserName
at = dateCompleted ?? dateStart ?? dateEnd
recorded_at = createdAt
channel = direction
outcome = status
note = description ?? name
also name | parentType | parentName | accountName | duration | priority | dateEnd | assignedUserName | deleted
also createdById | createdByName | modifiedAt | modifiedById | modifiedByName | usersIds | usersNames | contactsIds

# [S] of the labels and stages, which are SuiteCRM's too
list deals
signature stage, closeDate, accountId
signature stage, closeDate, amountCurrency
id = id
customer = accountId ?? accountName
rep = assignedUserId ?? assignedUserName
stage = stage
status = stage
amount = amount
currency = amountCurrency
created_at = createdAt
closed_at = closeDate
also name | accountName | probability | leadSource | description | amountConverted | assignedUserName | lastStage
    | deleted
also contactId | contactName | campaignId | campaignName | createdById | createdByName | modifiedAt | modifiedById
also modifiedByName | teamsIds | teamsNames | amountWeightedConverted
values status: Closed Won -> won; Closed Lost -> lost; * -> open
