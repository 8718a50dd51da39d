# 用友 U8: customers as EAI XML (<ufinterface roottag="customer"><customer>…) and as the client lists them.
# [S] read in a published interface file, [I] inference: check against a real export first.
profile yonyou-u8
title 用友 U8 (customers, as EAI XML or as a list)
dates ymd
decimal .
currency CNY

# [S] code, name, abbrname, sort_code, seed_date, ccusexch_name, ccusmngtypecode; [I] the rest.
list customers
record ufinterface[@roottag='customer']/customer
signature code, name, sort_code
signature code, name, abbrname
signature code, name, seed_date
id = code
name = name
credit_code = tax_reg_code
industry = industry
country = country
province = province
city = city
address = address
contact = contact
mobile = mobile
phone = phone
email = email
website = website | web
level = credit_rank
currency = ccusexch_name
owner = spec_operator | ccuspperson
created_at = seed_date
notes = memo
parent_id = head_corp_code
also abbrname | sort_code | domain_code | postcode | ccusmngtypecode | fax | legal_man | bank_open | bank_acc_number
also industry_code | end_date
values currency: 人民币 -> CNY; 美元 -> USD; 欧元 -> EUR; 港币 -> HKD; 日元 -> JPY

# [S] 客户编码, 客户名称, 客户简称, 客户分类编码, 发展日期, 币种; [I] the rest.
list customers
signature 客户编码, 客户名称, 客户简称
signature 客户编码, 客户名称, 客户分类编码
id = 客户编码
name = 客户名称
credit_code = 税号 | 纳税人登记号
industry = 所属行业
address = 地址
contact = 联系人
mobile = 手机
phone = 电话
email = Email地址 | 邮箱
currency = 币种
owner = 专管业务员 | 专营业务员 | 分管业务员
created_at = 发展日期
notes = 备注
also 客户简称 | 客户分类编码 | 所属分类码 | 地区编码 | 邮政编码 | 停用日期
values currency: 人民币 -> CNY; 美元 -> USD; 欧元 -> EUR; 港币 -> HKD; 日元 -> JPY
