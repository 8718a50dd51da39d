# 用友 U8: customers as EAI XML (<ufinterface roottag="customer"><customer>…) and as the client lists them.
# [S] read in a published interface file, [I] inference: check against a real export first.
profile yonyou-u8
title 用友 U8 (customers, as EAI XML or as a list; sales people; receipts)
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
signature 客户编码, 客户名称, 所属分类码
signature 客户编码, 客户名称, 发展日期
signature cCusCode, cCusName
skip * = 合计 | 小计 | 总计
id = 客户编码 | cCusCode
name = 客户名称 | cCusName
credit_code = 税号 | 纳税人登记号 | 统一社会信用代码 | cCusRegCode
industry = 所属行业 | cTrade
country = 国家
province = 省/自治区 | 省份
city = 市/县 | 城市
address = 地址 | cCusAddress
contact = 联系人 | cCusPerson
mobile = 手机 | cCusHand
phone = 电话 | cCusPhone
email = Email地址 | 邮箱 | cCusEmail
level = 客户级别 | 客户级别编码
currency = 币种 | cCusExch_name
owner = 专管业务员编码 ?? 专管业务员 | 专管业务员名称 | 专营业务员 | 分管业务员 | cCusPPerson
created_at = 发展日期 | dCusDevDate
notes = 备注 | cMemo
parent_id = 客户总公司 | 客户总公司编码 | cCusHeadCode
also 客户简称 | 客户分类编码 | 客户分类名称 | 所属分类码 | 地区编码 | 地区名称 | 邮政编码 | 停用日期 | 专管业务员 | 专管业务员名称
also 分管部门 | 分管部门名称 | 开户银行 | 银行账号 | 信用额度 | 信用等级 | 信用期限 | 法人 | 传真 | 客户管理类型 | 对应供应商编码 | 发货地址
also 应收余额 | 最后交易日期 | 最后交易金额 | 付款条件 | 税率% | cCusAbbName | cCCCode | cDCCode | cCusDepart | dEndDate
values currency: 人民币 -> CNY; 美元 -> USD; 欧元 -> EUR; 港币 -> HKD; 日元 -> JPY

# [I]
list reps
signature 业务员编码, 业务员名称, 业务员
signature 人员编码, 姓名, 行政部门, 是否业务员
signature cPersonCode, cPersonName
id = 业务员编码 | 人员编码 | cPersonCode
name = 业务员名称 | 姓名 | cPersonName
email = Email地址 | 电子邮件 | cPersonEmail
team = 行政部门 | 行政部门名称 | 业务或费用部门 | 部门名称 | cDepCode
active = 雇佣状态
starts_on = 生效日期
ends_on = 失效日期
also 行政部门编码 | 是否业务员 | 人员类别 | 性别 | 手机 | 业务员

# [I] 收款单: total rows, and negative red entries
list payments
signature 单据编号, 客户编码, 本币金额, 结算方式
signature 单据编号, 单据日期, 客户, 本币金额
signature 单据编号, 单据日期, 客户编码, 原币金额
skip 单据编号 = 合计* | 小计* | 总计*
skip * = 合计 | 小计 | 总计
continue 单据编号, 单据日期, 客户编码, 客户, 业务员, 币种
id = 单据编号 + 行号
customer = 客户编码 ?? 客户 | 客户名称 | 客户简称
deal = 销售订单号 | 订单号 | 合同号
rep = 业务员编码 ?? 业务员
paid_at = 单据日期 | 收款日期
amount = 原币金额 | 金额 | 本币金额
currency = 币种
status = 审核状态
also 本币金额 | 结算方式 | 结算科目 | 部门 | 摘要 | 录入人 | 审核人 | 汇率 | 客户 | 客户名称 | 客户简称 | 业务员 | 单据类型 | 款项类型
values currency: 人民币 -> CNY; 美元 -> USD; 欧元 -> EUR; 港币 -> HKD; 日元 -> JPY
