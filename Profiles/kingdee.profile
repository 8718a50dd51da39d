# 金蝶 (云星空, K/3, KIS, 精斗云): lists of customers, of receipts and of sales orders as the client exports them to Excel,
# and the import template of customers, whose first row has names of fields and whose second has labels.
# [S] FNumber, FName, FTAXREGISTERCODE, FSELLER, FGroup … are names of fields in published programs; [I] all labels: check
# against a real export first. 收款单 have total rows, blank heads and red entries.
profile kingdee
title 金蝶 (customers, employees, receipts, sales orders)
null NULL
dates ymd
decimal .
currency CNY

list customers
signature 客户编码, 客户名称, 客户分组
signature 客户编码, 客户名称, 使用组织
signature 客户代码, 客户名称, 客户全名
signature 代码, 名称, 全名, 业务员
signature 编码, 名称, 使用组织, 客户分组
signature 客户编号, 客户名称, 客户类别, 期初应收款
signature FNumber, FName, FTAXREGISTERCODE
skip * = 合计 | 小计 | 总计
id = 客户编码 | 客户代码 | 客户编号 | 编码 | 代码 | FNumber
name = 客户名称 | 客户全名 | 名称 | FName
credit_code = 纳税登记号 | 统一社会信用代码 | 税务登记号 | 纳税人识别号 | FTAXREGISTERCODE
industry = 行业 | 所属行业
country = 国家
province = 省份 | 省 | 地区
city = 城市 | 市
address = 通讯地址 | 地址 | 详细地址 | FADDRESS
contact = 联系人 | 首要联系人
mobile = 移动电话 | 手机 | FMOBILE
phone = 联系电话 | 电话 | FTEL
email = 邮箱 | 电子邮箱 | 邮件地址
website = 公司网址 | 网址 | FWEBSITE
level = 客户级别 | 客户等级
currency = 结算币别 | 币别
owner = 销售员 | 业务员 | 销售人员 | 专营业务员 | FSELLER
created_at = 创建日期 | 建档日期
updated_at = 修改日期 | 最后修改日期
notes = 备注 | FDescription
also 简称 | 客户简称 | 客户分组 | 客户类别 | 使用组织 | 创建组织 | 数据状态 | 禁用状态 | 审核人 | 审核日期 | 创建人 | 修改人 | 全名
also 客户全名 | 助记码 | 结算方式 | 收款条件 | 开户银行 | 银行账号 | 期初应收款 | 期初预收款 | 余额日期 | 分管部门 | 销售部门 | 销售组
also 传真 | 邮政编码 | 价格等级 | 发票类型 | 税率 | 税率% | FGroup | FCreateOrgId | FUseOrgId | FInvoiceTitle | 开票名称
values currency: 人民币 -> CNY; 美元 -> USD; 欧元 -> EUR; 港币 -> HKD; 港元 -> HKD; 日元 -> JPY; PRE001 -> CNY

list reps
signature 员工编号, 员工姓名, 任职岗位
signature 职员代码, 职员姓名
signature 业务员编码, 业务员名称
id = 员工编号 | 职员代码 | 业务员编码
name = 员工姓名 | 职员姓名 | 业务员名称
email = 电子邮箱 | 邮箱
team = 所属部门 | 部门 | 任职部门
active = 禁用状态
starts_on = 入职日期
ends_on = 离职日期
also 任职岗位 | 职务 | 移动电话 | 手机 | 业务组 | 创建日期 | 使用组织 | 数据状态
values active: 否 -> yes; 未禁用 -> yes; A -> yes; 是 -> no; 已禁用 -> no; 禁用 -> no; B -> no

# 收款单. Lines of one document leave its head blank, and are told apart by a line number where the list has that column;
# red entries are negative; the payer need not be the customer.
list payments
signature 单据编号, 业务日期, 往来单位编码
signature 单据编号, 业务日期, 往来单位, 收款金额
signature 单据编号, 往来单位, 结算方式, 币别
signature 单据编号, 付款单位, 结算方式, 单据状态
skip 单据编号 = 合计* | 小计* | 总计*
skip * = 合计 | 小计 | 总计
continue 单据编号, 业务日期, 往来单位编码, 往来单位, 销售员, 币别, 单据状态
id = 单据编号 + 行号 + 分录行号
customer = 往来单位编码 ?? 往来单位 | 客户
deal = 销售订单号 | 源单编号 | 合同号
rep = 销售员 | 业务员
paid_at = 业务日期 | 单据日期 | 日期
amount = 收款金额 | 实收金额 | 本次收款 | 应收金额
currency = 币别 | 结算币别
status = 单据状态
also 往来单位 | 付款单位 | 结算方式 | 我方银行账号 | 收款组织 | 备注 | 单据类型 | 制单人 | 审核人 | 审核日期 | 序号 | 手续费 | 摘要
also 往来单位类型 | 结算号 | 收款用途 | 部门 | 应收金额 | 折后金额
values currency: 人民币 -> CNY; 美元 -> USD; 欧元 -> EUR; 港币 -> HKD; 港元 -> HKD; 日元 -> JPY

# 销售订单: an order that was approved is a win; each line is a deal of its own.
list deals
signature 单据编号, 客户, 销售员, 单据状态, 价税合计
signature 单据编号, 客户编码, 客户名称, 价税合计
signature 单据编号, 日期, 客户, 物料编码
skip 单据编号 = 合计* | 小计* | 总计*
skip * = 合计 | 小计 | 总计
continue 单据编号, 日期, 客户编码, 客户名称, 客户, 销售员, 单据状态
id = 单据编号 + 行号 + 分录行号
customer = 客户编码 ?? 客户名称 | 客户
rep = 销售员 | 业务员
stage = 单据状态
status = 单据状态
amount = 价税合计 | 订单金额 | 整单价税合计
currency = 结算币别 | 币别
created_at = 日期 | 单据日期
closed_at = 审核日期 | 日期
also 客户 | 客户名称 | 销售部门 | 销售组织 | 单据类型 | 物料编码 | 物料名称 | 规格型号 | 销售数量 | 含税单价 | 价税合计 | 税率
also 创建人 | 审核人 | 备注 | 业务类型 | 收款条件 | 关闭状态 | 整单价税合计
values status: 已审核 -> won; C -> won; * -> open
values currency: 人民币 -> CNY; 美元 -> USD; 欧元 -> EUR; 港币 -> HKD; 港元 -> HKD; 日元 -> JPY
