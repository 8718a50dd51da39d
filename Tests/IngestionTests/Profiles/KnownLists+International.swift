extension KnownList {
    static let international = """
        salesforce customers
        ID = 001300000024ihWAAQ -> id | ISDELETED = false | NAME = Acme -> name | TYPE = Prospect
        BILLINGSTREET = 1 Main St -> address | BILLINGCITY = Reno -> city | PHONE = (775) 555-0100 -> phone
        ANNUALREVENUE = 8.48E10 -> revenue | NUMBEROFEMPLOYEES = 20 -> employees | RATING = Hot -> level
        OWNERID = 00530000000f2LWAAY -> owner | ORACLE_ID__C = 7 | SESSION_ID__C = 9

        salesforce customers
        Guid = 0014 -> id | CustomerPriority__c = High -> level: A | Name = Acme -> name | BillingCity = #N/A
        OwnerId = 005 -> owner | Rating = Cold | SBQQ__TaxExempt__c = #N/A

        salesforce customers
        Account Owner = Kim Lee -> owner | Account Name = Acme -> name | Type = Customer | Billing City = Reno -> city
        Last Activity = 11/23/2026 -> last_follow_up_at | Account ID = 0013000000abcDE -> id

        salesforce customers
        Id = 00Q1 -> id | FirstName = Anna -> contact: Anna Keller | LastName = Keller | Company = Acme -> name
        LeadSource = Web -> source | Status = Open | OwnerId = 005 -> owner | IsConverted = false

        salesforce customers
        NAME = account insert #0 -> name | TYPE = Account | PHONE = 415-555-0000 -> phone | ACCOUNTNUMBER__C = ACCT_0
        WEBSITE = http://www.a.example -> website | ANNUALREVENUE = 0 -> revenue | ORACLE_ID__C = 1-00000

        salesforce contacts
        Contact ID = 003 -> id | Salutation = Ms. | First Name = Anna -> name: Anna Keller | Last Name = Keller
        Account Name = Acme -> customer | Title = CFO -> title | Email = a@acme.example -> email | Mailing City = Reno

        salesforce reps
        ID = 005 -> id | USERNAME = k@x.example | FIRSTNAME = Kim -> name: Kim Lee | LASTNAME = Lee
        EMAIL = k@x.example -> email | ISACTIVE = true -> active | DEPARTMENT = West -> team | PROFILEID = 00e

        salesforce follow-ups
        Id = 00T -> id | WhoId = 003 | WhatId = 001 -> customer | OwnerId = 005 -> rep | Subject = Call -> note
        ActivityDate = 2026-11-23 -> at | Status = Completed | CreatedDate = 2026-11-23T08:00:00.000Z -> recorded_at

        salesforce deals
        ID = 006 -> id | ACCOUNTID = 001 -> customer | NAME = Deal | STAGENAME = Closed Won -> stage
        AMOUNT = 5000.0 -> amount | CLOSEDATE = 2026-11-09 -> closed_at | ISCLOSED = true | ISWON = true -> status: won
        OWNERID = 005 -> rep

        salesforce deals
        Opportunity Owner = Kim Lee -> rep | Account Name = Acme -> customer | Opportunity Name = Deal
        Stage = Prospecting -> stage, status: open | Close Date = 11/23/2026 -> closed_at | Amount = 900 -> amount

        hubspot customers
        Record ID = 9411 -> id | Company name = Acme -> name | Company owner = Kim Lee -> owner
        Create Date = 2026-11-23 14:05 -> created_at | Phone Number = +1 775 555 0100 -> phone | City = Reno -> city
        Country/Region = US -> country | Industry = ACCOUNTING -> industry | Company Domain Name = acme.example -> website
        Ideal Customer Profile Tier = Tier 1 -> level: A | Lifecycle Stage = Lead

        hubspot contacts
        Record ID = 1 -> id | First Name = Anna -> name: Anna Keller | Last Name = Keller | Email = a@acme.example -> email
        Contact owner = Kim Lee | Associated Company = Acme | Associated Company IDs (Primary) = 9411 -> customer
        Buying Role = Champion -> decision_maker: no

        hubspot deals
        Record ID = 5 -> id | Deal Name = Deal | Deal Stage = Contract Sent -> stage, status: open
        Close Date = 2026-12-01 10:00 -> closed_at | Deal owner = Kim Lee -> rep | Amount = 900 -> amount
        Pipeline = Sales | Associated Company = Acme -> customer

        hubspot follow-ups
        Record ID = 8 -> id | Activity date = 2026-11-23 14:05 -> at | Activity assigned to = Kim Lee -> rep
        Call notes = interested -> note | Associated Company IDs = 9411 -> customer | Call outcome = Connected -> outcome

        hubspot reps
        User ID = 77 -> id | First Name = Kim -> name: Kim Lee | Last Name = Lee | Email = k@x.example -> email
        Primary Team = West -> team | Last Active = 2026-11-23

        zoho customers
        Record Id = zcrm_919325000000064034 -> id | Account Owner.id = zcrm_91 -> owner | Account Owner = Kim Lee
        Account Name = Acme -> name | Phone = 775 555 0100 -> phone | Billing City = Reno -> city | Billing Code = 89501
        Created Time = 2026-11-23 14:05:00 -> created_at | Parent Account.id = zcrm_1 -> parent_id

        zoho customers
        Record Id = zcrm_2 -> id | Lead Owner = Kim Lee -> owner | Company = Acme -> name | Lead Status = Contacted
        First Name = Anna -> contact: Anna Keller | Last Name = Keller | Lead Source = Web -> source

        zoho contacts
        Record Id = zcrm_3 -> id | Contact Owner.id = zcrm_91 | First Name = Anna -> name: Anna Keller | Last Name = Keller
        Account Name.id = zcrm_919325000000064034 -> customer | Account Name = Acme | Email = a@acme.example -> email

        zoho reps
        Record Id = zcrm_91 -> id | First Name = Kim -> name: Kim Lee | Last Name = Lee | Email = k@x.example -> email
        Role = Sales -> team | Profile = Standard | Status = active -> active

        zoho follow-ups
        Record Id = zcrm_5 -> id | Subject = Call | Call Owner.id = zcrm_91 -> rep | Related To.id = zcrm_9 -> customer
        Call Start Time = 2026-11-23 14:05:00 -> at | Call Type = Outbound -> channel | Description = asked -> note

        zoho follow-ups
        Record Id = zcrm_6 -> id | Task Owner = Kim Lee -> rep | Subject = Offer -> note | Due Date = 2026-11-20 -> at
        Closed Time = | Related To = Acme -> customer | Status = Completed -> outcome

        zoho follow-ups
        Record Id = zcrm_7 -> id | Note Owner.id = zcrm_91 -> rep | Associated_Id = zcrm_9 -> customer | Note Title = Visit
        Note Content = interested -> note | Created Time = 2026-11-23 14:05:00 -> at

        zoho deals
        Record Id = zcrm_8 -> id | Deal Owner.id = zcrm_91 -> rep | Deal Name = Deal | Account Name.id = zcrm_9 -> customer
        Stage = Closed-Lost to Competition -> stage, status: lost | Amount = 900 -> amount
        Closing Date = 2026-11-30 -> closed_at

        dynamics365 customers
        (Do Not Modify) Account = {0A1B} -> id | (Do Not Modify) Row Checksum = abc==
        (Do Not Modify) Modified On = 2026-10-01 -> updated_at | Account Name = Acme -> name | Main Phone = 775 -> phone
        Address 1: City = Reno -> city | Industry = 33 -> industry: Wholesale | Owner = Kim Lee -> owner

        dynamics365 customers
        accountid = {0A1B} -> id | name = Acme -> name | websiteurl = acme.example -> website | ownerid = Kim Lee -> owner
        industrycode = Consulting -> industry | telephone1 = 775 -> phone | accountcategorycode = 1 -> level: A

        dynamics365 customers
        (Do Not Modify) Lead = {1} -> id | Topic = 50 bikes -> needs | First Name = Anna -> contact: Anna Keller
        Last Name = Keller | Company Name = Acme -> name | Lead Source = Web -> source | Rating = Hot -> level

        dynamics365 contacts
        (Do Not Modify) Contact = {2} -> id | Full Name = Anna Keller -> name | Company Name = Acme -> customer
        Job Title = CFO -> title | Email = a@acme.example -> email | Business Phone = 775 -> phone

        dynamics365 reps
        (Do Not Modify) User = {3} -> id | Full Name = Kim Lee -> name | Primary Email = k@x.example -> email
        Business Unit = West -> team | Title = Rep

        dynamics365 follow-ups
        (Do Not Modify) Phone Call = {4} -> id | Subject = Call -> note | Regarding = Acme -> customer
        Owner = Kim Lee -> rep | Actual End = 2026-11-23 14:05 -> at | Activity Type = Phone Call -> channel: phone

        dynamics365 deals
        (Do Not Modify) Opportunity = {5} -> id | Topic = 50 bikes | Account = Acme -> customer | Status = Won -> status: won
        Actual Revenue = | Est. Revenue = 900 -> amount | Actual Close Date = 2026-11-23 -> closed_at | Owner = Kim -> rep

        pipedrive customers
        Organization - Name = Acme -> name | Organization - ID = 12 -> id | Organization - Owner = Kim Lee -> owner
        Organization - Address = 1 Main St -> address | Organization - Country of Address = US -> country
        Organization - City/town/village/locality of Address = Reno -> city | Organization - Labels = VIP -> tags
        Organization - Open deals = 2 | Organization - Update time = 2026-11-23 14:05:00 -> updated_at

        pipedrive contacts
        Person - Name = Anna Keller -> name | Person - ID = 3 -> id | Person - Organization = Acme -> customer
        Person - Email - Work = a@acme.example -> email | Person - Phone - Mobile = 775 -> mobile | Person - Owner = Kim

        pipedrive deals
        Deal - ID = 5 -> id | Deal - Title = Deal | Deal - Organization = Acme | Deal - Organization ID = 12 -> customer
        Deal - Value = 900 -> amount | Deal - Currency of Value = EUR -> currency | Deal - Stage = Offer -> stage
        Deal - Status = Lost -> status: lost | Deal - Won time = | Deal - Lost time = 2026-11-23 -> closed_at
        Deal - Owner = Kim Lee -> rep

        pipedrive follow-ups
        Activity - Subject = Call | Activity - Type = call -> channel | Activity - Due date = 2026-11-20
        Activity - Marked as done time = 2026-11-23 14:05:00 -> at | Activity - Organization = Acme -> customer
        Activity - Assigned to user = Kim Lee -> rep | Activity - Note = asked -> note | Activity - Done = Done -> outcome

        espocrm customers
        id = 65a1 -> id | name = Acme -> name | deleted = | industry = Banking -> industry | type = Customer
        billingAddressCity = Reno -> city | phoneNumber = '+17755550100 -> phone: +17755550100
        emailAddress = a@acme.example -> email | assignedUserId = 65b2 -> owner | assignedUserName = Kim Lee
        createdAt = 2026-11-23 14:05:00 -> created_at | sicCode = 6021 -> sic_code

        espocrm customers
        名称 = 甲公司 -> name | Sic代码 = 6021 -> sic_code | 行业 = 医药 -> industry: Hospitality
        已指派用户 = 王磊 -> owner | 账单地址 = 宁波 -> address | 类型 = 客户

        espocrm contacts
        id = 1 -> id | firstName = Anna -> name: Anna Keller | lastName = Keller | accountId = 65a1 -> customer
        accountName = Acme | emailAddress = a@acme.example -> email | assignedUserId = 65b2

        espocrm reps
        id = 65b2 -> id | userName = kim | firstName = Kim -> name: Kim Lee | lastName = Lee | isActive = 1 -> active
        emailAddress = k@x.example -> email

        espocrm follow-ups
        createdAt = 2026-11-23 15:00:00 -> recorded_at | id = 7 -> id | name = Call | status = Held -> outcome | dateStart = 2026-11-23 14:05:00 -> at | parentType = Account
        parentId = 65a1 -> customer | assignedUserId = 65b2 -> rep | description = asked -> note

        espocrm deals
        id = 8 -> id | name = Deal | stage = Closed Lost -> stage, status: lost | amount = 900 -> amount
        amountCurrency = EUR -> currency | closeDate = 2026-11-23 -> closed_at | accountId = 65a1 -> customer
        assignedUserId = 65b2 -> rep

        suitecrm customers
        Name = Acme -> name | ID = a1 -> id | Website = acme.example -> website | Office Phone = 775 -> phone
        Billing City = Reno -> city | Assigned User = u1 -> owner | Assigned to = Kim Lee | Type = Customer
        Industry = Media -> industry | Date Created = 11/23/2026 02:05 pm -> created_at

        suitecrm customers
        id = a1 -> id | name = Acme -> name | date_entered = 2026-11-23 14:05:00 -> created_at | assigned_user_id = u1 -> owner
        phone_office = 775 -> phone | account_type = Customer | sic_code = 6021 -> sic_code

        suitecrm contacts
        id = c1 -> id | first_name = Anna -> name: Anna Keller | last_name = Keller | account_name = Acme
        account_id = a1 -> customer | date_entered = 2026-11-23 | phone_mobile = 775 -> mobile | email1 = a@b.example -> email

        suitecrm reps
        id = u1 -> id | user_name = kim | first_name = Kim -> name: Kim Lee | last_name = Lee | status = Active -> active
        department = West -> team

        suitecrm follow-ups
        date_entered = 2026-11-23 15:00:00 -> recorded_at | id = m1 -> id | name = Call -> note | parent_type = Accounts | parent_id = a1 -> customer
        date_start = 2026-11-23 14:05:00 -> at | status = Held -> outcome | assigned_user_id = u1 -> rep

        suitecrm deals
        id = o1 -> id | name = Deal | account_name = Acme -> customer | amount = 900 -> amount
        sales_stage = Closed Won -> stage, status: won | date_closed = 2026-11-23 -> closed_at | assigned_user_id = u1 -> rep

        odoo customers
        id = __export__.res_partner_9 -> id | name = Acme -> name | is_company = True | country_id/id = base.us -> country
        vat = US1 -> credit_code | user_id/id = base.user_admin -> owner | phone = '+1 775 -> phone: +1 775

        odoo customers
        External ID = p9 -> id | Name = Acme -> name | Is a Company = True | City = Reno -> city | Country = United States -> country
        Salesperson = Kim Lee -> owner | Tax ID = US1 -> credit_code | Tags = VIP -> tags

        odoo customers
        id = l1 -> id | name = 50 bikes -> needs | partner_name = Acme -> name | contact_name = Anna Keller -> contact
        email_from = a@acme.example -> email | user_id = Kim Lee -> owner

        odoo deals
        External ID = l2 -> id | Opportunity = 50 bikes | Customer = Acme -> customer | Expected Revenue = 900 -> amount
        Stage = Won -> stage, status: won | Salesperson = Kim Lee -> rep | Created on = 2026-11-23 14:05:00 -> created_at

        odoo deals
        Order Reference = S00012 -> id | Creation Date = 2026-11-20 -> created_at | Customer = Acme -> customer
        Salesperson = Kim Lee -> rep | Total = 900.00 -> amount | Status = Sales Order -> stage, status: won

        odoo reps
        Name = Kim Lee -> name | Login = k@x.example -> id, email | Language = English (US) | Latest authentication = 2026-11-23

        bitrix24 customers
        ID = 7 -> id | Название компании = ООО Акме -> name | Тип компании = Клиент | Сфера деятельности = Торговля -> industry
        Кол-во сотрудников = менее 50 -> employees | Рабочий телефон = +7 495 -> phone | Ответственный = Ким Ли -> owner
        Дата создания = 23.11.2026 14:05:00 -> created_at | Годовой оборот = 900 -> revenue | Валюта = Рубль -> currency

        bitrix24 customers
        ID = 7 -> id | Company Name = Acme -> name | Company type = Client | Work Phone = 775 -> phone
        Work E-mail = a@acme.example -> email | Responsible = Kim Lee -> owner | Corporate website = acme.example -> website

        bitrix24 contacts
        ID = 3 -> id | Имя = Анна -> name: Анна Келлер | Фамилия = Келлер | Компания = ООО Акме -> customer
        Должность = Директор -> title | Мобильный телефон = +7 900 -> mobile | Ответственный = Ким Ли

        bitrix24 reps
        ID = 1 -> id | NAME = Ким -> name: Ким Ли | LAST_NAME = Ли | EMAIL = k@x.example -> email | ACTIVE = Y -> active
        WORK_POSITION = Менеджер

        bitrix24 follow-ups
        ID = 5 -> id | OWNER_ID = 7 -> customer | OWNER_TYPE_ID = 4 | TYPE_ID = 2 -> channel: phone | SUBJECT = Звонок -> note
        END_TIME = 2026-11-23T14:05:00+03:00 -> at | RESPONSIBLE_ID = 1 -> rep | COMPLETED = Y -> outcome

        bitrix24 deals
        ID = 9 -> id | Название сделки = Сделка | Стадия сделки = Сделка успешна -> stage, status: won | Сумма = 900 -> amount
        Компания = ООО Акме -> customer | Ответственный = Ким Ли -> rep | Дата завершения = 23.11.2026 -> closed_at
        """
}
