/** What a department's cases are about and what its offices are called. Weights and words are invented. */
export interface DepartmentWords {
  /** How many of a prefecture's complaints go to it. */
  complaints: number;
  /** How many of a prefecture's penalties are its own. */
  penalties: number;
  /** Better or worse than its prefecture (added to the quality). */
  quality: number;
  /** Names of its offices, to follow a county's or prefecture's name. */
  offices: readonly string[];
  /** Its hotline, where it has one. */
  channel?: string;
  field: string;
  products: readonly string[];
}

export const DEPARTMENT_WORDS: Readonly<Record<string, DepartmentWords>> = {
  aic: {
    complaints: 32,
    penalties: 30,
    quality: 0.02,
    offices: ['工商局', '工商行政管理局'],
    channel: '12315',
    field: '日用消费品',
    products: ['服装鞋帽', '手机配件', '家用电器', '化妆品', '白酒', '箱包'],
  },
  market: {
    complaints: 8,
    penalties: 6,
    quality: -0.02,
    offices: ['市场监督管理局', '市场监管局'],
    channel: '12315',
    field: '日用消费品',
    products: ['食用油', '电线电缆', '调味品', '儿童玩具'],
  },
  quality: {
    complaints: 10,
    penalties: 12,
    quality: -0.03,
    offices: ['质监局', '质量技术监督局'],
    channel: '12365',
    field: '建材',
    products: ['钢筋', '电线电缆', '水泥', '燃气灶具', '儿童玩具'],
  },
  fda: {
    complaints: 22,
    penalties: 22,
    quality: 0,
    offices: ['食药监局', '食品药品监督管理局'],
    channel: '12331',
    field: '食品药品',
    products: ['保健食品', '牛羊肉', '冬虫夏草', '枸杞', '中成药', '乳制品'],
  },
  agriculture: {
    complaints: 8,
    penalties: 9,
    quality: -0.05,
    offices: ['农牧局', '农牧和科技局'],
    channel: '12316',
    field: '农资',
    products: ['种子', '化肥', '农药', '兽药', '饲料'],
  },
  copyright: {
    complaints: 4,
    penalties: 4,
    quality: -0.06,
    offices: ['文体广电局', '文化市场综合执法大队'],
    channel: '12390',
    field: '软件和出版物',
    products: ['教材教辅', '音像制品', '软件'],
  },
  ip: {
    complaints: 3,
    penalties: 2,
    quality: 0.05,
    offices: ['知识产权局'],
    channel: '12330',
    field: '专利',
    products: ['节能灯具', '农机具', '日用五金'],
  },
  commerce: {
    complaints: 3,
    penalties: 2,
    quality: 0,
    offices: ['商务局'],
    channel: '12312',
    field: '电子商务',
    products: ['酒类', '成品油', '预付卡'],
  },
  police: {
    complaints: 1,
    penalties: 0,
    quality: 0.04,
    offices: ['公安局', '公安局经侦大队'],
    field: '食品药品',
    products: ['白酒', '卷烟', '中成药'],
  },
  forestry: {
    complaints: 2,
    penalties: 3,
    quality: -0.1,
    offices: ['林业局'],
    field: '林木种苗',
    products: ['苗木', '林木种子'],
  },
  health: {
    complaints: 2,
    penalties: 3,
    quality: -0.02,
    offices: ['卫生和计划生育局', '卫计局'],
    field: '消毒产品',
    products: ['消毒液', '卫生用品'],
  },
  post: {
    complaints: 1,
    penalties: 1,
    quality: 0.02,
    offices: ['邮政管理局'],
    field: '寄递渠道',
    products: ['快件'],
  },
  tobacco: {
    complaints: 4,
    penalties: 8,
    quality: 0.05,
    offices: ['烟草专卖局'],
    field: '烟草制品',
    products: ['卷烟'],
  },
  price: {
    complaints: 2,
    penalties: 1,
    quality: -0.04,
    offices: ['发展和改革局'],
    channel: '12358',
    field: '日用消费品',
    products: ['药品', '旅游商品'],
  },
};
