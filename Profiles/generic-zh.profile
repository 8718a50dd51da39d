# Chinese lists of any origin. The words are those of 悟空CRM, 芋道, 纷享, 钉钉, 金蝶 and of hand-made sheets.
# [S] read in public source, [I] knowledge: check against a real export first; what has no mark is [I].
profile generic-zh
title Chinese lists of any origin (all entities)
generic
null #N/A
null NULL
null null
null —
null --
dates ymd
decimal .

# [S] 客户名称 … 更新时间 are 芋道's import and export columns.
list customers
id = 客户编号 | 客户编码 | 客户代码 | 客户ID | 客户号 | 编号 | 编码 | ID
name = 客户名称 | 公司名称 | 企业名称 | 客户全称 | 公司全称 | 企业全称 | 单位名称 | 客户名 | 客户名字 | 公司名 | 客户 | 公司 | 名称
credit_code = 统一社会信用代码 | 社会信用代码 | 信用代码 | 统一信用代码 | 税号 | 纳税人识别号 | 营业执照号
industry = 所属行业 | 客户行业 | 行业 | 行业名称 | 行业类别 | 主营行业
industry_code = 行业代码 | 国民经济行业代码 | 行业编码
employees = 员工人数 | 人员规模 | 员工数 | 人数 | 职工人数 | 公司人数 | 从业人员 | 企业规模 | 规模
revenue = 年营收 | 营业收入 | 年营业额 | 营业额 | 年收入 | 年销售额 | 营收
assets = 资产总额 | 总资产
currency = 币种 | 币别
country = 国家 | 国家/地区 | 国别
province = 省份 | 省 | 所在省 | 所属省份
city = 城市 | 市 | 所在城市 | 地市
address = 详细地址 | 地址 | 公司地址 | 联系地址 | 通讯地址 | 注册地址 | 经营地址
contact = 联系人 | 联系人姓名 | 首要联系人 | 主要联系人
mobile = 手机 | 手机号 | 手机号码 | 联系手机 | 移动电话
phone = 电话 | 联系电话 | 固定电话 | 座机 | 公司电话 | 电话号码 | 联系方式
email = 邮箱 | 电子邮件 | 电子邮箱 | 邮件 | Email | E-mail
website = 网址 | 网站 | 官网 | 公司网址 | 主页
source = 客户来源 | 来源 | 线索来源 | 来源渠道 | 渠道
level = 客户级别 | 客户等级 | 级别 | 等级 | 客户分级
needs = 需求 | 客户需求 | 需求描述 | 需求产品 | 意向产品 | 产品需求
owner = 负责人 | 负责人名字 | 负责人的用户编号 | 业务员 | 销售员 | 销售 | 跟进人 | 所属人 | 归属人 | 所属销售 | 客户经理
owned_since = 获取时间 | 领取时间 | 分配时间 | 负责人获取客户时间
previous_owner = 前负责人 | 上一负责人 | 前所属人 | 原负责人
collaborators = 协作人 | 团队成员 | 协同人
pool_since = 进入公海时间 | 掉公海时间 | 退回公海时间
locked_until = 锁定至 | 锁定到期 | 锁定期限
deal_status = 成交状态 | 是否成交
created_at = 创建时间 | 创建日期 | 录入时间 | 添加时间 | 建档日期
updated_at = 更新时间 | 修改时间 | 最后修改时间 | 最近修改时间
last_follow_up_at = 最后跟进时间 | 最近跟进时间 | 上次跟进时间 | 最后联系时间
notes = 备注 | 说明 | 描述
tags = 标签 | 客户标签
parent_id = 上级客户 | 母公司 | 上级公司 | 集团编号
value = 客户价值 | 价值
also 序号 | QQ | 微信 | wechat | 跟进状态 | 最后跟进内容 | 下次联系时间 | 负责人部门 | 锁定状态 | 地区编号 | 地区名称 | 地区
also 创建人 | 创建人名字 | 邮编 | 传真 | 法人 | 法定代表人 | 注册资本 | 成立日期 | 客户类型 | 客户简称 | 职务 | 性别

# [S] 悟空 and 芋道
list contacts
id = 联系人编号 | 联系人ID | 编号 | ID
customer = 客户编号 ?? 客户名称 | 公司名称 | 企业名称 | 单位名称 | 所属客户 | 客户名字 | 客户 | 公司 | 单位
name = 姓名 | 联系人姓名 | 联系人 | 联系人名称 | 名字
title = 职务 | 职位 | 岗位
mobile = 手机 | 手机号 | 手机号码 | 移动电话
phone = 电话 | 联系电话 | 座机 | 固定电话 | 办公电话
email = 邮箱 | 电子邮件 | 电子邮箱 | Email | E-mail
wechat = 微信 | 微信号 | wechat
decision_maker = 是否关键决策人 | 关键决策人 | 决策人 | 是否决策人
also 序号 | 性别 | 部门 | QQ | 生日 | 备注 | 负责人 | 创建时间 | 更新时间 | 客户名称 | 地址 | 直属上级 | 下次联系时间

# [S] 芋道 users, [I] 钉钉 directory
list reps
id = 工号 | 员工编号 | 员工UserID | 员工工号 | 用户编号 | 登录名称 | 编号 | ID
name = 姓名 | 用户名称 | 员工姓名 | 销售员 | 业务员 | 销售姓名 | 用户昵称 | 名字
email = 邮箱 | 用户邮箱 | 电子邮件 | 电子邮箱 | 企业邮箱 | Email
team = 团队 | 部门 | 部门名称 | 小组 | 大区 | 部门编号
manager_email = 主管邮箱 | 上级邮箱 | 经理邮箱 | 直属主管邮箱
active = 是否在职 | 在职 | 账号状态 | 状态 | 在职状态
starts_on = 入职时间 | 入职日期 | 到岗日期
ends_on = 离职时间 | 离职日期
leave = 请假 | 休假
industries = 负责行业 | 擅长行业 | 行业
sizes = 负责规模 | 客户规模
regions = 负责区域 | 区域 | 负责省份 | 地区
needs = 擅长需求 | 擅长产品
claim_limit = 领取上限 | 领取限额
intake_limit = 分配上限 | 每日分配上限
holding_limit = 保有上限 | 持有上限 | 客户上限
aliases = 别名 | 其他编号
also 序号 | 手机 | 手机号 | 手机号码 | 用户性别 | 性别 | 职位 | 直属主管 | 工号 | 登录名称 | 部门编号 | 备注
values active: 在职 -> yes; 正常 -> yes; 开启 -> yes; 启用 -> yes; 是 -> yes
values active: 离职 -> no; 停用 -> no; 禁用 -> no; 关闭 -> no; 否 -> no

# [S] 芋道 (early), [I] 悟空, 纷享 and weekly sheets
list follow-ups
id = 跟进编号 | 记录编号 | 编号 | ID
customer = 客户编号 ?? 客户名称 | 关联对象 | 客户简称 | 公司名称 | 企业名称 | 客户 | 数据编号
rep = 跟进人 | 业务员 | 销售员 | 跟进人姓名 | 负责人 | 创建人 | 创建人名字
at = 跟进时间 | 跟进日期 | 联系时间 | 拜访时间 | 拜访日期 | 日期 | 创建时间
recorded_at = 创建时间 | 录入时间 | 登记时间
channel = 跟进方式 | 跟进类型 | 联系方式 | 方式 | 沟通方式
outcome = 跟进结果 | 结果 | 沟通结果
next_at = 下次联系时间 | 下次跟进时间 | 下次跟进日期
note = 跟进内容 | 跟进情况 | 跟进记录 | 内容 | 沟通内容 | 备注
also 序号 | 数据类型 | 联系人 | 定位 | 下一步 | 备注 | 客户名称 | 部门

# [S] 芋道 商机 and 合同; 编号 twice: the first is the id. A stage that is not an end is an open deal.
list deals
id = 商机编号 | 商机ID | 合同编号 | 订单编号 | 订单号 | 编号 | ID
customer = 客户编号 ?? 客户名称 | 公司名称 | 企业名称 | 客户名字 | 客户
rep = 负责人 | 负责人名字 | 销售员 | 业务员 | 销售
stage = 商机阶段 | 商机状态 | 销售阶段 | 阶段 | 订单状态
status = 结束状态 ?? 成交结果 ?? 商机阶段 | 商机状态 | 销售阶段 | 阶段 | 订单状态 | 合同状态
amount = 商机金额 | 商机总金额 | 合同金额 | 订单金额 | 成交金额 | 预计金额 | 金额
currency = 币种 | 币别
created_at = 创建时间 | 创建日期 | 下单日期 | 签订日期
closed_at = 成交日期 | 成交时间 | 结束时间 | 赢单时间 | 签约日期
also 序号 | 商机名称 | 合同名称 | 商机状态组 | 预计成交日期 | 负责人部门 | 审批状态 | 公司签约人 | 联系人编号 | 备注 | 更新时间
also 客户名称 | 合同编号 | 产品
values status: 赢单 -> won; 成交 -> won; 已成交 -> won; 已签约 -> won; 已完成 -> won; 中标 -> won
values status: 输单 -> lost; 无效 -> lost; 丢单 -> lost; 流失 -> lost; 已取消 -> lost; 未中标 -> lost; * -> open

# [S] 芋道 回款, [I] 金蝶 收款单
list payments
id = 回款编号 | 收款编号 | 收款单号 | 单据编号 | 流水号 | 编号 | ID
customer = 客户编号 ?? 往来单位编码 ?? 客户名称 | 客户名字 | 往来单位 | 公司名称 | 企业名称 | 付款单位 | 付款方 | 客户
deal = 商机编号 | 订单编号 | 订单号 | 合同编号
rep = 负责人 | 负责人名字 | 销售员 | 业务员
paid_at = 回款日期 | 收款日期 | 回款时间 | 收款时间 | 到账日期 | 业务日期 | 付款日期 | 日期
amount = 回款金额 | 收款金额 | 实收金额 | 到账金额 | 金额
currency = 币种 | 币别
status = 审批状态 | 审核状态 | 单据状态 | 回款状态 | 状态
also 序号 | 回款方式 | 收款方式 | 结算方式 | 备注 | 摘要 | 回款计划编号 | 计划回款日期 | 负责人部门 | 工作流编号 | 合同编号 | 期数

# [S] 钉钉 approvals, [I] hand-made lists
list claims
id = 审批编号 | 申请编号 | 领取编号 | 编号 | ID
customer = 客户编号 ?? 客户名称 | 公司名称 | 企业名称 | 领取客户 | 客户
rep = 发起人工号 ?? 工号 ?? 发起人姓名 | 申请人 | 领取人 | 业务员 | 销售员 | 姓名
requested_at = 发起时间 | 申请时间 | 领取时间 | 提交时间 | 申请日期 | 领取日期 | 日期
status = 审批结果 ?? 审批状态 | 申请状态 | 状态
also 序号 | 标题 | 发起人部门 | 发起人姓名 | 领取理由 | 申请理由 | 理由 | 完成时间 | 备注 | 客户名称 | 部门
values status: 审批中 -> pending; 待审批 -> pending; 同意 -> approved; 已完成 -> approved; 审批通过 -> approved
values status: 通过 -> approved; 拒绝 -> rejected; 审批拒绝 -> rejected; 驳回 -> rejected
values status: 已撤销 -> withdrawn; 撤销 -> withdrawn; 终止 -> withdrawn
