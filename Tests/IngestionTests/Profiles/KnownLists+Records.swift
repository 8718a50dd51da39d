extension KnownList {
    static let xml = """
        odoo customers record[@model='res.partner']
        @id = p1 -> id | @model = res.partner | field[@name='name'] = Acme -> name | field[@name='is_company'] = True
        field[@name='country_id']/@ref = base.us -> country: US | field[@name='user_id']/@ref = base.user_admin -> owner
        field[@name='industry_id']/@ref = base.res_partner_industry_F -> industry: Construction

        odoo customers record[@model='crm.lead']
        @id = crm_case_1 -> id | @model = crm.lead | field[@name='name'] = 50 bikes -> needs
        field[@name='partner_name'] = Acme -> name | field[@name='email_from'] = a@acme.example -> email
        field[@name='user_id']/@ref = base.user_demo -> owner | field[@name='stage_id']/@ref = crm.stage_lead1

        dynamics365 customers entity[@name='account']/records/record
        @id = {0A1B} -> id | field[@name='name']/@value = Acme -> name | field[@name='industrycode']/@value = 7 -> industry: Consulting
        field[@name='ownerid']/@value = {3} -> owner | field[@name='ownerid']/@lookupentity = systemuser
        field[@name='ownerid']/@lookupentityname = Kim Lee
        field[@name='transactioncurrencyid']/@lookupentityname = US Dollar -> currency: USD

        dynamics365 contacts entity[@name='contact']/records/record
        @id = {2} -> id | field[@name='fullname']/@value = Anna Keller -> name
        field[@name='parentcustomerid']/@value = {0A1B} -> customer | field[@name='parentcustomerid']/@lookupentityname = Acme
        field[@name='emailaddress1']/@value = a@acme.example -> email

        dynamics365 reps entity[@name='systemuser']/records/record
        @id = {3} -> id | field[@name='fullname']/@value = Kim Lee -> name | field[@name='isdisabled']/@value = False -> active: yes

        dynamics365 deals entity[@name='opportunity']/records/record
        @id = {5} -> id | field[@name='name']/@value = Deal | field[@name='statecode']/@value = 2 -> status: lost
        field[@name='parentaccountid']/@value = {0A1B} -> customer | field[@name='estimatedvalue']/@value = 900 -> amount

        zoho customers Accounts/row
        @no = 1 | FL[@val='ACCOUNTID'] = 919325000000064034 -> id | FL[@val='SMOWNERID'] = 919325000000064001 -> owner
        FL[@val='Account Owner'] = Kim Lee | FL[@val='Account Name'] = Acme -> name | FL[@val='Billing City'] = Reno -> city

        zoho contacts Contacts/row
        @no = 1 | FL[@val='CONTACTID'] = 9193 -> id | FL[@val='First Name'] = Anna -> name: Anna Keller
        FL[@val='Last Name'] = Keller | FL[@val='ACCOUNTID'] = 919325000000064034 -> customer

        yonyou-u8 customers ufinterface[@roottag='customer']/customer
        code = CUST001 -> id | name = 甲公司 -> name | abbrname = 甲 | sort_code = 01 | seed_date = 2026-07-04 00:00:00 -> created_at
        ccusexch_name = 人民币 -> currency: CNY | ccusmngtypecode = 999

        commerceml customers Контрагенты/Контрагент
        Ид = da51150b -> id | Наименование = Акме | ОфициальноеНаименование = ООО «Акме» -> name | ИНН = 7707083893 -> credit_code
        КПП = 770701001 | Роль = Покупатель | ЮридическийАдрес/Представление = Москва -> address
        Контакты/Контакт/Тип = Почта | Контакты/Контакт/Значение = a@acme.example

        commerceml deals Контейнер/Документ
        Ид = bce8cd28 -> id | Номер = 1 | Дата = 2026-08-22 -> created_at: 2026-08-22 21:14:29 | Время = 21:14:29
        ХозОперация = Заказ товара -> stage, status: open | Контрагенты/Контрагент/Ид = da51150b -> customer
        Валюта = RUB -> currency | Сумма = 9683.42 -> amount
        """

    static let generic = """
        generic-zh customers
        序号 = 1 | 企业名称 = 甲公司 -> name | 联系人 = 赵敏 -> contact | 手机号码 = 18800001000 -> mobile | 所在省份 = 浙江 -> province
        员工规模 = 51-200 -> employees | 意向等级 = A -> level | 归属销售 = 王磊 -> owner | 统一代码 = 91330200MA2AAAAA1A -> credit_code

        generic-zh customers
        单位全称 = 甲公司 -> name | 办公电话 = 0574 -> phone | 年营业收入(万元) = 350 -> revenue: 350万元 | 行业分类 = 化工 -> industry
        業務 = x | 登记日期 = 2026-11-23 -> created_at

        generic-zh contacts
        姓名 = 赵敏 -> name | 工作单位 = 甲公司 -> customer | 职称 = 工程师 -> title | 微信号 = w1 -> wechat

        generic-zh follow-ups
        日期 = 9.3 -> at | 业务员 = 王磊 -> rep | 客户简称 = 甲 -> customer | 跟进情况 = 有意向 -> note | 下一步 = 报价

        generic-zh deals
        合同编号 = C1 -> id | 客户名称 = 甲公司 -> customer | 签约金额 = 900 -> amount | 签约日期 = 2026-11-23 -> closed_at
        合同状态 = 已生效 -> status: won

        generic-zh payments
        收款日期 = 2026-11-23 -> paid_at | 付款单位 = 甲公司 -> customer | 到账金额 = 900 -> amount | 摘要 = 货款

        generic-zh claims
        序号 = 1 | 领取日期 = 2026-11-23 -> requested_at | 领取人 = 王磊 -> rep | 客户名称 = 甲公司 -> customer | 备注 = x

        generic-zh reps
        真实姓名 = 王磊 -> name | 所属部门 = 销售 -> team | 企业邮箱 = w@b.example -> email | 在职状态 = 在职 -> active: yes

        generic-en customers
        Client Name = Acme -> name | Contact Person = Anna -> contact | Tel = 775 -> phone | Postcode = 89501 | Town = Reno -> city
        Annual Turnover = 1.2m -> revenue | Account Manager = Kim Lee -> owner | Customer Since = 2020 -> created_at

        generic-en payments
        Customer = Acme -> customer | Payment Date = 2026-11-23 -> paid_at | Amount = 900 -> amount | Currency = EUR -> currency
        """
}
